"""The walls around a child on Linux: limits of the kernel and two seccomp filters.

The first filter lets through what computing, memory, a few threads and the two open pipes need.
What an honest decoder might try and can do without is refused. The second one, on top of it, ends
the process on calls that only a taken-over decoder makes. Why each call is where it is, and why
memory and threads need what they get here: docs/decisions/0053 and 0112.
"""

import ctypes
import errno
import os
import resource
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.errors import SandboxMissingError
from app.offline import load_filter
from app.sandbox.descriptors import close_all_but
from app.sandbox.posix_probes import PosixProbes
from app.sandbox.walls import Wall

assert sys.platform == "linux"  # noqa: S101 - so that types are checked for this system only

_PR_SET_PDEATHSIG = 1
_PR_SET_KEEPCAPS = 8
_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWUSER = 0x10000000
_CLONE_THREAD = 0x00010000
_PROT_READ, _PROT_WRITE, _PROT_EXEC = 1, 2, 4
_ALL_BITS = (1 << 64) - 1
_MAP_TYPE, _MAP_SHARED, _MAP_PRIVATE, _MAP_ANONYMOUS = 0x0F, 0x01, 0x02, 0x20
_MAP_FIXED, _MAP_NORESERVE, _MAP_POPULATE, _MAP_STACK = 0x10, 0x4000, 0x8000, 0x20000
_MAP_GROWSDOWN, _MAP_LOCKED, _MAP_HUGETLB, _MAP_FIXED_NOREPLACE = 0x100, 0x2000, 0x40000, 0x100000
_FREE_TO_CHOOSE = _MAP_FIXED | _MAP_NORESERVE | _MAP_POPULATE | _MAP_STACK | _MAP_FIXED_NOREPLACE
"""Flags of mmap that decide nothing about how memory is counted."""

_F_GETFD, _F_SETFD, _F_GETFL, _F_DUPFD_CLOEXEC = 1, 2, 3, 1030
_TCGETS, _FIONCLEX, _FIOCLEX = 0x5401, 0x5450, 0x5451

_LOADING_DESCRIPTORS = 256

_ADDRESS_SLACK = 256 << 20
"""Bytes of addresses beyond the memory: glibc reserves 64 MB for an arena, and 128 MB while it
looks for a place. Decoders reserve far less."""

_LOADING_THREADS = 64
"""Threads that may be started while a foreign model is loaded: those of its pool."""

_OTHERS_THREADS = 512
"""Threads that other programs of the same user may start meanwhile, where the kernel counts them
together."""

_UIDS = range(61184, 65520)
"""The numbers that systemd gives to users who exist for one process only."""

_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 1 << 1, 1 << 2
_CAPABILITY_VERSION = 0x20080522

_COMPUTING = """
    brk madvise membarrier mincore mremap munmap
    futex get_robust_list get_thread_area rseq sched_yield set_robust_list set_tid_address
    arch_prctl clock_getres clock_gettime clock_nanosleep getrusage gettimeofday nanosleep time
    times getcpu getpid getppid gettid sched_getaffinity sched_getparam sched_getscheduler
    sched_get_priority_max sched_get_priority_min sysinfo uname getrandom
    rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack restart_syscall exit exit_group
    read readv write writev close fstat lseek poll ppoll select pselect6
"""
_LOADING = """
    stat lstat access readlink readlinkat newfstatat faccessat faccessat2 statx getdents64
    getcwd pread64 preadv dup dup2 dup3 prctl seccomp getrlimit setrlimit
    getuid geteuid getgid getegid capget capset set_mempolicy get_mempolicy close_range
    fadvise64 statfs fstatfs setuid setgid setgroups setresuid setresgid
"""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
"""Linux cuts a file off that is opened for reading with O_TRUNC."""

_ATTACKS = """
    execve execveat fork vfork socket socketpair connect bind listen accept accept4 sendto sendmsg
    sendmmsg ptrace process_vm_readv process_vm_writev kill tkill pidfd_open pidfd_send_signal
    bpf userfaultfd perf_event_open keyctl add_key request_key io_uring_setup io_uring_enter
    mount umount2 pivot_root chroot setns unshare init_module finit_module kexec_load memfd_create
    open_by_handle_at
"""


def enter() -> None:
    """Tie this process to its parent, and count its threads apart from those of its user.

    Call it while the process has one thread only.
    """
    # The system ends this process first when it runs out of memory.
    Path("/proc/self/oom_score_adj").write_text("1000", "ascii")
    if os.getuid() != 0:
        # Refused in many containers; then there is _OTHERS_THREADS.
        ctypes.CDLL(None).unshare(_CLONE_NEWUSER)
    _die_with_parent()  # last, since the kernel forgets it when rights change


def allow_only_reading(memory: int) -> None:
    """Forbid everything but reading files, while a foreign model is loaded.

    Nothing can be written, started, signalled or sent anywhere. `close` comes on top.

    Args:
        memory: Bytes that may be allocated beyond what is held now.

    Raises:
        SandboxMissingError: Seccomp, or a limit, is not to be had.
    """
    _limit_memory(memory)
    resource.setrlimit(resource.RLIMIT_NOFILE, (_LOADING_DESCRIPTORS, _LOADING_DESCRIPTORS))
    _become_nobody(_CAP_DAC_OVERRIDE | _CAP_DAC_READ_SEARCH)
    _limit_threads(_LOADING_THREADS)
    load_filter(_allow_reading, refuse_others=True)


def close(descriptors: tuple[int, int], memory: int, threads: int) -> None:
    """Forbid everything but computing, the two pipes, some memory and a few threads, for good.

    Args:
        descriptors: The pipes, which stay open; all others but the standard ones are closed.
        memory: Bytes that may be allocated beyond what is held now.
        threads: Threads that may run beside those that run now.

    Raises:
        SandboxMissingError: Seccomp, or a limit, is not to be had, or a wall does not stand.
    """
    probes = _Probes(memory)
    close_all_but(descriptors)
    _limit_memory(memory)
    _become_nobody(0)
    _limit_threads(threads)
    # Core dumps and files of 0 bytes, no new descriptors.
    for limit in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE):
        resource.setrlimit(limit, (0, 0))
    load_filter(_allow_computing, refuse_others=True)
    if missing := probes.open_walls():
        raise SandboxMissingError(", ".join(sorted(missing)))
    load_filter(_end_attacks, refuse_others=False)


class _Probes(PosixProbes):
    """What a child tries on Linux: to take memory, too."""

    def __init__(self, memory: int) -> None:
        super().__init__()
        self._too_much = memory + _ADDRESS_SLACK + 1
        self._libc.mmap.restype = ctypes.c_void_p
        self._libc.mmap.argtypes = [
            *(ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int),
            ctypes.c_long,
        ]

    def open_walls(self) -> frozenset[Wall]:
        """Try to get out; return the walls that let it through, or did not plainly refuse."""
        ways = (
            (self._too_much, _MAP_PRIVATE),
            (resource.getpagesize(), _MAP_SHARED),
            (resource.getpagesize(), _MAP_PRIVATE | _MAP_GROWSDOWN),
        )
        takes_memory = any(self._maps(size, flags) for size, flags in ways)
        return super().open_walls() | ({Wall.MEMORY} if takes_memory else set())

    def _maps(self, size: int, flags: int) -> bool:
        rights = _PROT_READ | _PROT_WRITE
        at = self._libc.mmap(None, size, rights, flags | _MAP_ANONYMOUS, -1, 0)
        return bool(at != ctypes.c_void_p(-1).value)


def _die_with_parent() -> None:
    """Ask the system to kill this process when the thread that started it ends."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _limit_memory(memory: int) -> None:
    """Limit writable memory closely, and with some room all addresses, whatever lies there.

    RLIMIT_DATA counts private writable memory. What it does not count, such as memory that is
    filled and then made read-only, the filter refuses and RLIMIT_AS ends.
    """
    held = _held_memory()
    _lower(resource.RLIMIT_DATA, held["VmData"] + memory)
    _lower(resource.RLIMIT_AS, held["VmSize"] + memory + _ADDRESS_SLACK)


def _lower(limit: int, wanted: int) -> None:
    _, most = resource.getrlimit(limit)
    most = wanted if most == resource.RLIM_INFINITY else min(most, wanted)
    resource.setrlimit(limit, (most, most))


def _held_memory() -> dict[str, int]:
    """Return bytes of private writable memory (VmData) and of all addresses (VmSize)."""
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    lines = (line.split() for line in status if line.startswith(("VmData:", "VmSize:")))
    return {name[:-1]: int(kib) * 1024 for name, kib, _ in lines}


def _become_nobody(capabilities: int) -> None:
    """Give up being root for a user of whom there is nothing else: root's threads have no limit.

    The same takes from a child of root the right to trace its parent, or to change its limits.

    Args:
        capabilities: Those of root that stay, as far as it has them.

    Where a container maps no other user, it stays the root of that container, without its rights.
    For the kernel that may be an ordinary user, whose threads are limited: `_limit_threads` tries.

    Raises:
        SandboxMissingError: The capabilities cannot be given up.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    uid = _UIDS[os.getpid() % len(_UIDS)]
    if os.geteuid() == 0:
        libc.prctl(_PR_SET_KEEPCAPS, 1, 0, 0, 0)
        with suppress(OSError):
            os.setgroups([])
        with suppress(OSError):
            os.setresgid(uid, uid, uid)
            os.setresuid(uid, uid, uid)
        _die_with_parent()  # the kernel forgets it when the user changes
    try:
        _keep_capabilities(libc, capabilities)
    except OSError as error:
        raise SandboxMissingError(f"capset: {os.strerror(error.errno or 0)}") from error


def _keep_capabilities(libc: ctypes.CDLL, kept: int) -> None:
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    sets = (
        ctypes.c_uint32 * 6
    )()  # effective, permitted, inheritable, and the same of high numbers
    if libc.capget(header, sets):
        raise OSError(ctypes.get_errno(), "capget")
    kept &= sets[1]
    if libc.capset(header, (ctypes.c_uint32 * 6)(kept, kept, 0, 0, 0, 0)):
        raise OSError(ctypes.get_errno(), "capset")


def _limit_threads(threads: int) -> None:
    """Limit how many threads may run beside those that run now.

    RLIMIT_NPROC counts all threads of the user, in whatever programs, and nobody can read that
    count in a container. So it is found: by the least limit under which a thread still starts.

    Raises:
        SandboxMissingError: The kernel does not hold to the limit, as it does not for root.
    """
    _, most = resource.getrlimit(resource.RLIMIT_NPROC)
    least, enough = 0, 1 << 22 if most == resource.RLIM_INFINITY else most
    if _thread_starts(0, most):
        raise SandboxMissingError("RLIMIT_NPROC")
    while least < enough:
        middle = (least + enough) // 2
        least, enough = (least, middle) if _thread_starts(middle, most) else (middle + 1, enough)
    _lower(resource.RLIMIT_NPROC, least + threads + (0 if _is_counted_alone() else _OTHERS_THREADS))


def _is_counted_alone() -> bool:
    """Return whether no other program's threads count: a user or a namespace of its own."""
    return os.getuid() in _UIDS or not Path("/proc/self/uid_map").read_text("ascii")


def _thread_starts(limit: int, most: int) -> bool:
    resource.setrlimit(resource.RLIMIT_NPROC, (limit, most))
    thread = threading.Thread(target=int)
    try:
        thread.start()
    except RuntimeError:
        return False
    thread.join()
    return True


def _allow_computing(seccomp: Any, rules: Any) -> None:
    """Let through what decoding needs, and what a further filter needs to be put on top."""
    arg, masked, equal = seccomp.Arg, seccomp.MASKED_EQ, seccomp.EQ
    rules.add_rule(seccomp.ALLOW, "seccomp")
    rules.add_rule(seccomp.ALLOW, "prctl", arg(0, equal, _PR_SET_NO_NEW_PRIVS))
    for name in _known(seccomp, _COMPUTING):
        rules.add_rule(seccomp.ALLOW, name)
    _allow_threads(seccomp, rules)
    # Memory of its own that is counted, and none that code could be put into.
    fixed = _ALL_BITS & ~_FREE_TO_CHOOSE
    counted = arg(3, masked, fixed, _MAP_PRIVATE | _MAP_ANONYMOUS)
    rules.add_rule(seccomp.ALLOW, "mmap", arg(2, masked, _PROT_EXEC, 0), counted)
    # Nothing that was written becomes read-only, since it would be counted no more.
    rules.add_rule(seccomp.ALLOW, "mprotect", arg(2, equal, _PROT_READ | _PROT_WRITE))
    # Limits may be asked for, not set.
    rules.add_rule(seccomp.ALLOW, "prlimit64", arg(0, equal, 0), arg(2, equal, 0))


def _end_attacks(seccomp: Any, rules: Any) -> None:
    """End the process on a call that only an attack makes; let no further filter be added."""
    for name in _known(seccomp, _ATTACKS):
        rules.add_rule(seccomp.KILL_PROCESS, name)
    is_process = seccomp.Arg(0, seccomp.MASKED_EQ, _CLONE_THREAD, 0)
    rules.add_rule(seccomp.KILL_PROCESS, "clone", is_process)
    for name in ("seccomp", "prctl"):
        rules.add_rule(seccomp.ERRNO(errno.EPERM), name)


def _allow_reading(seccomp: Any, rules: Any) -> None:
    """Let through what loading a model needs; files can be opened to be read only."""
    arg, masked, equal = seccomp.Arg, seccomp.MASKED_EQ, seccomp.EQ
    for call, flags in (("open", 1), ("openat", 2)):
        reading = arg(flags, masked, _WRITING, os.O_RDONLY)
        rules.add_rule(seccomp.ALLOW, call, reading)
    for name in _known(seccomp, _COMPUTING + _LOADING):
        rules.add_rule(seccomp.ALLOW, name)
    _allow_threads(seccomp, rules)
    uncounted = _MAP_TYPE | _MAP_GROWSDOWN | _MAP_LOCKED | _MAP_HUGETLB
    rules.add_rule(seccomp.ALLOW, "mmap", arg(3, masked, uncounted, _MAP_PRIVATE))
    rules.add_rule(seccomp.ALLOW, "mprotect")
    # Its own limits and processors, not those of its parent.
    for call in ("prlimit64", "sched_setaffinity"):
        rules.add_rule(seccomp.ALLOW, call, arg(0, equal, 0))
    for command in (_F_GETFD, _F_SETFD, _F_GETFL, _F_DUPFD_CLOEXEC):
        rules.add_rule(seccomp.ALLOW, "fcntl", arg(1, equal, command))
    for request in (_TCGETS, _FIOCLEX, _FIONCLEX):
        rules.add_rule(seccomp.ALLOW, "ioctl", arg(1, equal, request))


def _known(seccomp: Any, names: str) -> list[str]:
    """Return the names of the calls that this processor and this libseccomp have."""
    return [name for name in names.split() if seccomp.resolve_syscall(0, name) != -1]


def _allow_threads(seccomp: Any, rules: Any) -> None:
    """Allow new threads, but no new process, and signals to threads of this process."""
    threads = seccomp.Arg(0, seccomp.MASKED_EQ, _CLONE_THREAD, _CLONE_THREAD)
    rules.add_rule(seccomp.ALLOW, "clone", threads)
    # It hides what it wants, so libc is sent back to clone.
    rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
    # abort() does; nobody else can be signalled.
    rules.add_rule(seccomp.ALLOW, "tgkill", seccomp.Arg(0, seccomp.EQ, os.getpid()))
