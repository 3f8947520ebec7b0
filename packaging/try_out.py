"""Install what `make package` built into bare Debian systems, and try it as an ordinary user.

python packaging/try_out.py [SUITE...]

Runs as root, with mmdebstrap. Each system is a folder with its own network namespace that has no
device at all; what the user does there is in packaging/try_out.sh.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
DIST = ROOT / "dist"
WORK = ROOT / "build" / "systems"
SUITES = ("bookworm", "trixie")
"""Debian 12 and 13."""

FOR_TRYING = ("imagemagick", "xvfb", "xz-utils")
"""What the trial itself needs: an X server without a screen, and a picture of it."""


def main() -> int:
    """Try every suite; return 1 if anything went wrong in one."""
    suites = sys.argv[1:] or SUITES
    if os.geteuid() != 0 or shutil.which("mmdebstrap") is None:
        print("This needs root and mmdebstrap: sudo apt-get install mmdebstrap")
        return 1
    package = next(iter(DIST.glob("*.deb")), None)
    portable = next(iter(DIST.glob("*.tar.xz")), None)
    if package is None or portable is None:
        print("There is nothing in dist/. Run: make package")
        return 1
    failed = [suite for suite in suites if not _tried(suite, package, portable)]
    print("Failed: " + ", ".join(failed) if failed else "All went well: " + ", ".join(suites))
    return 1 if failed else 0


def _tried(suite: str, package: Path, portable: Path) -> bool:
    system = WORK / suite
    shutil.rmtree(system, ignore_errors=True)
    system.parent.mkdir(parents=True, exist_ok=True)
    # mmdebstrap takes the mirrors and keys of this computer, with the suite in their place.
    subprocess.run(
        [
            "mmdebstrap",
            "--quiet",
            "--variant=minbase",
            "--include=" + ",".join(FOR_TRYING),
            f"--customize-hook=copy-in {package} /",
            # apt brings what the package depends on; nothing else is there.
            f'--customize-hook=chroot "$1" apt-get install --yes /{package.name}',
            suite,
            str(system),
        ],
        check=True,
    )
    shutil.copy(portable, system / "srv")
    shutil.copy(ROOT / "packaging" / "try_out.sh", system / "srv")
    command = ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c"]
    script = (
        f"mount --bind {system} {system} && mount -t proc proc {system}/proc && "
        f"mount --rbind /dev {system}/dev && chroot {system} sh /srv/try_out.sh"
    )
    done = subprocess.run([*command, script], check=False)
    for picture in system.glob("srv/*.png"):
        shutil.copy(picture, DIST.parent / "build" / f"{suite}-{picture.name}")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
