"""Build two clones of this commit in two folders, and compare what they give byte for byte.

python packaging/compare.py
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLACES = (ROOT / "build" / "one", ROOT / "build" / "another-folder" / "two")


def main() -> int:
    """Return 0 if both gave the same."""
    sums = []
    for place in PLACES:
        shutil.rmtree(place, ignore_errors=True)
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(place)], check=True)
        subprocess.run(["make", "--directory", str(place), "package"], check=True)
        sums.append((place / "dist" / "SHA256SUMS").read_text("utf-8"))
    print(sums[0])
    if sums[0] == sums[1]:
        print("Both builds are the same, byte for byte.")
        return 0
    print(f"The builds differ:\n{sums[1]}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
