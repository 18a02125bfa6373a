#!/bin/sh
# feed-extractor takes the anchor off every link: two entries of a feed that stand on one page become one address.
#
# Entries of a feed of corrections, or of a timeline, are places on a page: `corrections.html#c2`. The package gives
# `link` without what follows `#`, whatever the format of the feed, and says nothing. Who lists by link, or throws
# out doubles by link, keeps one entry of the page; nobody is led to the place. The `id` keeps its anchor.
#
# Seen with @extractus/feed-extractor 8.0.3.
# Source: RFC 4287, 4.2.7: the `href` of `atom:link` is an IRI reference, and a fragment is a part of it.
#
# What it means: an entry is known by its id, which has to be as lasting as a link; and an entry that matters needs a
# page of its own, or a text that says where it stands.
#
# Needs node and npm; installs @extractus/feed-extractor 8.0.3 in a temporary folder. Ends with 1 when anchors are kept.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @extractus/feed-extractor@8.0.3 >/dev/null
cat >try.mjs <<'JAVASCRIPT'
import { extractFromJson, extractFromXml } from "@extractus/feed-extractor";

const page = "https://record.example/corrections.html";
const entry = (anchor) => `<entry><id>${page}#${anchor}</id><title>اصلاح ${anchor}</title>
  <link href="${page}#${anchor}"/><updated>2026-11-30T00:00:00Z</updated></entry>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa"><id>${page}</id><title>اصلاحیه‌ها</title>
  <updated>2026-11-30T00:00:00Z</updated>${entry("c1")}${entry("c2")}</feed>`;
const items = ["c1", "c2"].map((it) => ({ id: `${page}#${it}`, url: `${page}#${it}`, title: it, content_text: it }));
const json = { version: "https://jsonfeed.org/version/1.1", title: "اصلاحیه‌ها", items };

const found = [extractFromXml(atom), extractFromJson(json)].map((feed) => feed.entries);
for (const entries of found) {
  console.log(entries.map(({ id, link }) => `id ${id} | link ${link}`).join("\n"));
}
const same = found.every(([one, two]) => one.link === two.link && one.id !== two.id);
process.exit(same ? 0 : 1);
JAVASCRIPT
node try.mjs
echo 'As described: one link for two entries; only their ids tell them apart.'
