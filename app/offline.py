"""Keep the whole program off the network, and its memory off the disk.

On Linux a seccomp filter in the kernel refuses every socket but AF_UNIX (X11, Wayland, D-Bus). It
cannot be removed, and every process that this one starts inherits it. Elsewhere an audit hook
refuses what Python code asks for; it does not bind machine code. See
docs/threat-model.md and docs/decisions/0052.
"""

import ctypes
import errno
import faulthandler
import os
import sys
from collections.abc import Callable
from typing import Any

from app.errors import SandboxMissingError

_AF_UNIX = 1
_PR_SET_DUMPABLE = 4
_QUIET = {"ORT_DISABLE_TELEMETRY": "1", "NO_ALBUMENTATIONS_UPDATE": "1"}


def go_offline() -> None:
    """Refuse the network to this process, its threads and all that it starts, for good.

    Call it before importing anything that could open a connection.

    Raises:
        SandboxMissingError: Linux without libseccomp, or a kernel without seccomp.
    """
    os.environ.update(_QUIET)
    if sys.platform == "linux":
        load_filter(_refuse_sockets, refuse_others=False)
    else:
        sys.addaudithook(refuse_network)


def harden_process() -> None:
    """Forbid core dumps, debuggers of the same user and crash tracebacks; make files private."""
    os.umask(0o077)
    faulthandler.disable()
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def load_seccomp() -> Any:
    """Import pyseccomp, which looks for libseccomp when it is imported.

    Raises:
        SandboxMissingError: The library is not there.
    """
    try:
        import pyseccomp
    except (ImportError, RuntimeError, OSError) as error:
        raise SandboxMissingError("libseccomp") from error
    return pyseccomp


def load_filter(add_rules: Callable[[Any, Any], None], *, refuse_others: bool) -> None:
    """Put a seccomp filter around this process and all its threads, for good.

    Args:
        add_rules: Adds the rules; called with the module pyseccomp and the filter.
        refuse_others: Whether a call that no rule names fails with EPERM, or is let through.

    Raises:
        SandboxMissingError: libseccomp is missing, or the kernel has no seccomp.
    """
    seccomp = load_seccomp()
    try:
        rules = seccomp.SyscallFilter(
            seccomp.ERRNO(errno.EPERM) if refuse_others else seccomp.ALLOW
        )
        rules.set_attr(seccomp.Attr.CTL_TSYNC, 1)
        # Without this, kernels before 5.16 slow the process down as if it ran strangers' scripts.
        rules.set_attr(seccomp.Attr.CTL_SSB, 1)
        add_rules(seccomp, rules)
        rules.load()
    except OSError as error:
        raise SandboxMissingError(os.strerror(error.errno or 0)) from error


def _refuse_sockets(seccomp: Any, rules: Any) -> None:
    refuse = seccomp.ERRNO(errno.EAFNOSUPPORT)
    for call in ("socket", "socketpair"):
        rules.add_rule(refuse, call, seccomp.Arg(0, seccomp.NE, _AF_UNIX))
    # It can open sockets, too, past every filter.
    rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "io_uring_setup")


def refuse_network(event: str, args: tuple[object, ...]) -> None:
    """Audit hook: refuse what Python code would do with the network.

    Raises:
        PermissionError: The event would use the network.
    """
    if event == "socket.__new__":
        family = args[1] if len(args) > 1 else None
        if family == _AF_UNIX and sys.platform != "win32":
            return
    elif not event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        return
    raise PermissionError(errno.EACCES, event)
