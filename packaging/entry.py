"""Where the frozen program begins."""

import os
import sys
from pathlib import Path

from app.main import main

data = Path(sys.executable).parent / "data"
if data.is_dir():  # the portable archive; libraries such as fontconfig keep their caches there, too
    os.environ["XDG_CACHE_HOME"] = str(data / "cache")
sys.exit(main())
