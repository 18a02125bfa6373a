"""The site ours is measured beside: the same record in Starlight, built as Starlight ships."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.audit.site import SITE_URL, SUB_PATH
from benchmarks.audit.tools import install_packages, node, package_version
from benchmarks.files import REPOSITORY
from benchmarks.peers.starlight_tree import write_starlight_tree

_MADE = ("src", "public", "dist", ".astro")
"""What is written anew each time; the packages stay."""


def build_starlight(root: Path) -> Path:
    """Write the Starlight site below `root` and build it; returns the folder of the built site.

    Ends the program when it cannot be built.
    """
    for name in _MADE:
        shutil.rmtree(root / name, ignore_errors=True)
    write_starlight_tree(root, REPOSITORY, REPOSITORY / "overrides" / "assets", SUB_PATH)
    # `npm ci` would ask for the lock to name packages for systems some registries do not keep.
    install_packages(root, "Astro and Starlight", "install", "--no-save")
    print("Building the Starlight site …", flush=True)
    done = subprocess.run(
        (_node(root), "node_modules/astro/bin/astro.mjs", "build"),
        cwd=root,
        env={**os.environ, "ASTRO_TELEMETRY_DISABLED": "1", "SITE_URL": SITE_URL},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"The Starlight site could not be built:\n{(done.stdout + done.stderr)[-2000:]}")
    return root / "dist"


def starlight_versions(root: Path) -> str:
    """The versions of what the Starlight site was built with."""
    modules = root / "node_modules"
    starlight = package_version(modules, "@astrojs/starlight")
    return f"Starlight {starlight} on Astro {package_version(modules, 'astro')}"


def _node(root: Path) -> str:
    """The Node.js that came with the packages; Astro wants a newer one than most systems have."""
    came = next(root.glob("node_modules/node-linux-*/bin/node"), None)
    return str(came) if came else node()
