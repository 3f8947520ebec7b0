"""Refuse files and processes to Python code, beside the walls of a system."""

import errno


def refuse_system(event: str, args: tuple[object, ...]) -> None:
    """Audit hook: refuse files and processes to Python code, where no filter can.

    Raises:
        PermissionError: The code was about to open, change, list, start or signal something.
    """
    if event == "open" or event.startswith(("os.", "subprocess.", "shutil.", "ctypes.dlopen")):
        raise PermissionError(errno.EPERM, event)
