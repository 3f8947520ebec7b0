"""The walls around a child on macOS: its sandbox, limits of the kernel, and an audit hook.

`sandbox_init` is deprecated and has no successor for a program that is no app of the store; large
browsers use it still. Untried: see docs/threat-model.md. The probes decide, not this file.
There is no limit on memory or threads: macOS holds to none of a process that asks for one itself.
"""

import ctypes
import resource
import sys
from typing import Any

from app.sandbox.descriptors import close_all_but
from app.sandbox.posix_probes import PosixProbes
from app.sandbox.python_hook import refuse_system
from app.sandbox.walls import Wall

PROFILE = b"(version 1)(deny default)(allow sysctl-read)"
"""Nothing is allowed but to ask how many processors there are, which threads do as they start.
Descriptors that are open stay usable."""


def close(
    descriptors: tuple[int, int], library: Any = None, probes: PosixProbes | None = None
) -> frozenset[Wall]:
    """Forbid everything but computing and the two pipes, for good, then try to get out.

    Args:
        descriptors: The pipes, which stay open; all others but the standard ones are closed.
        library: The C library of the system; tests give a fake.
        probes: What is tried.

    Returns:
        The walls that do not stand.
    """
    library = ctypes.CDLL(None, use_errno=True) if library is None else library
    probes = probes or PosixProbes()
    close_all_but(descriptors)
    if sys.platform != "win32":
        # Core dumps and files of 0 bytes.
        for limit in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
            resource.setrlimit(limit, (0, 0))
    _init_sandbox(library)
    sys.addaudithook(refuse_system)
    return probes.open_walls()


def _init_sandbox(library: Any) -> None:
    """Enter the sandbox. That it could not be entered is what the probes will find."""
    said = ctypes.c_char_p()
    if library.sandbox_init(PROFILE, ctypes.c_uint64(0), ctypes.byref(said)) != 0:
        library.sandbox_free_error(said)
