"""Shut a child off from the system before it sees the first byte of a stranger's file.

Each system has its own walls: see app/sandbox/linux.py and docs/threat-model.md.
"""

import errno
import os
import sys

_NICE = 10


def enter_sandbox() -> None:
    """Prepare this process, while it has one thread only, for the walls that will close."""
    if sys.platform == "linux":
        from app.sandbox import linux

        linux.enter()


def lower_priority() -> None:
    """Use the processor only when the window does not need it.

    On Windows the parent starts the child with a lower priority.
    """
    if sys.platform != "win32":
        os.nice(_NICE)


def close_sandbox(descriptors: tuple[int, int], memory: int, threads: int) -> None:
    """Forbid everything but computing, the two pipes, some memory and a few threads, for good.

    Args:
        descriptors: The pipes, which stay open; all others but the standard ones are closed.
        memory: Bytes that may be allocated beyond what is held now.
        threads: Threads that may run beside those that run now.

    Raises:
        SandboxMissingError: Linux without seccomp, or without limits.
    """
    if sys.platform == "linux":
        from app.sandbox import linux

        linux.close(descriptors, memory, threads)
    else:
        sys.addaudithook(refuse_system)


def allow_only_reading(memory: int) -> None:
    """Forbid everything but reading files, while a foreign model is loaded; only Linux has this.

    Args:
        memory: Bytes that may be allocated beyond what is held now.

    Raises:
        SandboxMissingError: Linux without seccomp, or without limits.
    """
    if sys.platform == "linux":
        from app.sandbox import linux

        linux.allow_only_reading(memory)


def refuse_system(event: str, args: tuple[object, ...]) -> None:
    """Audit hook: refuse files and processes to Python code, where no filter can.

    Raises:
        PermissionError: The code was about to open, change, list, start or signal something.
    """
    if event == "open" or event.startswith(("os.", "subprocess.", "shutil.", "ctypes.dlopen")):
        raise PermissionError(errno.EPERM, event)
