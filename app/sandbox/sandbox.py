"""Shut a child off from the system before it sees the first byte of a stranger's file.

Each system has its own walls: see app/sandbox/linux.py, windows.py, macos.py and
docs/threat-model.md.
"""

import os
import sys

from app.sandbox.python_hook import refuse_system
from app.sandbox.walls import Wall

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


def close_sandbox(descriptors: tuple[int, int], memory: int, threads: int) -> frozenset[Wall]:
    """Forbid everything but computing and the two pipes, for good, then try to get out.

    Args:
        descriptors: The pipes, which stay open; all others but the standard ones are closed.
        memory: Bytes that may be allocated beyond what is held now (not on macOS).
        threads: Threads that may run beside those that run now (Linux only).

    Returns:
        The walls that do not stand on this computer.

    Raises:
        SandboxMissingError: On Linux, where every wall has to stand.
    """
    missing = frozenset[Wall]()
    if sys.platform == "linux":
        from app.sandbox import linux

        linux.close(descriptors, memory, threads)
    elif sys.platform == "win32":
        from app.sandbox import windows

        missing = windows.close(descriptors, memory)
    elif sys.platform == "darwin":
        from app.sandbox import macos

        missing = macos.close(descriptors)
    else:
        sys.addaudithook(refuse_system)
        missing = frozenset(Wall)
    return missing


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
