"""What a host tells programs: `robots.txt` (RFC 9309) and `security.txt` (RFC 9116).

Both are looked for at the root of a host alone. A site under a sub-path has them in its own folder,
where nobody asks for them: whoever has the root takes them over from there.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from newsroom.site.addresses import absolute_url
from newsroom.site.outputs import Output
from newsroom.site.site import SecurityContact, Site
from newsroom.site.sitemap import SITEMAP
from newsroom.text.languages import LANGS

ROBOTS, SECURITY = "robots.txt", ".well-known/security.txt"
_PLAIN = "text/plain"


def outputs(site: Site) -> Iterator[Output]:
    """What robots may visit, and who is told of a vulnerability, where the settings say it."""
    yield Output(ROBOTS, _PLAIN, lambda: robots(site.settings.site_url))
    contact = site.settings.security
    if contact:
        yield Output(SECURITY, _PLAIN, lambda: security(contact, site.settings.site_url))


def robots(site_url: str) -> str:
    """All is allowed, and the sitemap named."""
    path = urlsplit(site_url).path.rstrip("/")
    note = (
        f"# Robots ask for /robots.txt alone, and this file lies in {path}/: for them to find the\n"
        "# sitemap, copy its last line into the one at the root of this host.\n"
        if path
        else ""
    )
    return f"{note}User-agent: *\nAllow: /\n\nSitemap: {absolute_url(site_url, SITEMAP)}\n"


def security(contact: SecurityContact, site_url: str) -> str:
    """Who is told of a vulnerability."""
    return (
        f"Contact: {contact.address}\n"
        f"Expires: {contact.expires}T00:00:00Z\n"
        f"Preferred-Languages: {', '.join(LANGS)}\n"
        f"Canonical: {absolute_url(site_url, SECURITY)}\n"
    )
