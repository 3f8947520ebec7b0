"""The one place where OpenCV is imported.

opencv-python 5 points Qt at its own plug-ins and fonts when it is imported, after which a PySide6
window cannot start, and puts a folder of its own into LD_LIBRARY_PATH, which every child process
would inherit. This module undoes exactly these settings.
"""

import os

_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "LD_LIBRARY_PATH")
_before = {name: os.environ.get(name) for name in _VARIABLES}

import cv2  # noqa: E402

for _name, _value in _before.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value

# Its own threads would compete with those of the models, and its OpenCL looks for device files.
cv2.setNumThreads(1)
cv2.ocl.setUseOpenCL(False)
# What it would print goes to the terminal past every log setting.
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)

__all__ = ["cv2"]
