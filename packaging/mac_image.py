"""Build the disk image for macOS; it is signed and notarised afterwards (docs/release.md)."""

import subprocess
from pathlib import Path


def build(app: Path, goal: Path, version: str) -> Path:
    """Put the app beside a link to Applications into a disk image; return its path."""
    folder = app.parent / "image"
    folder.mkdir(exist_ok=True)
    subprocess.run(["ditto", str(app), str(folder / app.name)], check=True)
    (folder / "Applications").symlink_to("/Applications")
    image = goal / f"mirror-{version}-macos-arm64.dmg"
    command = ["hdiutil", "create", "-volname", "Mirror", "-srcfolder", str(folder)]
    subprocess.run([*command, "-format", "ULFO", "-ov", str(image)], check=True)
    return image
