"""Takes screenshots of every page with sample content: `python -m tools.shots [FOLDER]`."""

import os
import sys
import tempfile
from pathlib import Path

from tests.support.x_server import x_server

SCREENS = Path(__file__).parents[2] / "docs" / "screens"


def main() -> int:
    """Start an X server and take the screenshots, with a temporary home folder."""
    screens = Path(sys.argv[1]) if len(sys.argv) > 1 else SCREENS
    with x_server() as display, tempfile.TemporaryDirectory(prefix="home-") as home:
        os.environ |= {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": home,
            "XDG_DATA_HOME": str(Path(home, "data")),
        }
        from tools.shots.take import take_all  # Qt reads all of this once

        for path in take_all(Path(home), screens):
            print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
