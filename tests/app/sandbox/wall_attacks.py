"""What machine code in a child that was taken over tries against the walls, by bare system calls.

It runs inside a fake child (fake_child.py), behind the real filter and the real limits.
"""

import ctypes
import errno
import os
import threading
from collections.abc import Callable

import pyseccomp

MIB = 1 << 20
PIECE = 16 * MIB
WANTED = 1024 * MIB
"""Bytes that an attack on memory tries to hold."""

MOST_THREADS = 1000
"""Threads that an attack tries to start."""

_RW, _READ, _NONE = 3, 1, 0
_SHARED, _PRIVATE, _SHARED_VALIDATE, _ANONYMOUS = 1, 2, 3, 0x20
_GROWSDOWN, _LOCKED, _NORESERVE, _POPULATE = 0x100, 0x2000, 0x4000, 0x8000
_STACK, _HUGETLB = 0x20000, 0x40000
_MAY_MOVE = 1
_SIGKILL, _SIGCONT = 9, 18
_SET_PIPE_SIZE = 1031

_LIBC = ctypes.CDLL(None, use_errno=True)
_LIBC.mmap.restype = ctypes.c_void_p
_LIBC.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long]
_LIBC.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
_LIBC.mremap.restype = ctypes.c_void_p
_LIBC.mremap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t, ctypes.c_int]
_LIBC.sbrk.restype = ctypes.c_void_p
_LIBC.sbrk.argtypes = [ctypes.c_long]
_LIBC.syscall.restype = ctypes.c_long
_FAILED = ctypes.c_void_p(-1).value


def _filled(address: int | None, size: int = PIECE) -> int:
    if address is None or address == _FAILED:
        return 0
    ctypes.memset(address, 1, size)
    return size


def _mapped(flags: int) -> int:
    return _filled(_LIBC.mmap(None, PIECE, _RW, flags | _ANONYMOUS, -1, 0))


def _made_read_only() -> int:
    """Fill memory, then give up writing to it: the kernel's limit no longer counts it."""
    address = _LIBC.mmap(None, PIECE, _RW, _PRIVATE | _ANONYMOUS, -1, 0)
    size = _filled(address)
    if size and _LIBC.mprotect(address, PIECE, _READ):
        raise PermissionError
    return size


def _reserved_first() -> int:
    address = _LIBC.mmap(None, PIECE, _NONE, _PRIVATE | _ANONYMOUS, -1, 0)
    if address == _FAILED or _LIBC.mprotect(address, PIECE, _RW):
        return 0
    return _filled(address)


def _grown() -> int:
    address = _LIBC.mmap(None, 4096, _RW, _PRIVATE | _ANONYMOUS, -1, 0)
    return _filled(_LIBC.mremap(address, 4096, PIECE, _MAY_MOVE))


MEMORY: dict[str, Callable[[], int]] = {
    "private": lambda: _mapped(_PRIVATE),
    "shared": lambda: _mapped(_SHARED),
    "shared-validate": lambda: _mapped(_SHARED_VALIDATE),
    "grows-down": lambda: _mapped(_PRIVATE | _GROWSDOWN),
    "stack": lambda: _mapped(_PRIVATE | _STACK),
    "no-reserve": lambda: _mapped(_PRIVATE | _NORESERVE),
    "huge-pages": lambda: _mapped(_PRIVATE | _HUGETLB),
    "locked": lambda: _mapped(_PRIVATE | _LOCKED),
    "populated": lambda: _mapped(_PRIVATE | _POPULATE),
    "read-only": _made_read_only,
    "reserved-first": _reserved_first,
    "grown": _grown,
    "break": lambda: _filled(_LIBC.sbrk(PIECE)),
}
"""Ways to hold memory; each takes a piece and returns its size in bytes, or 0 if it got none."""


def held_memory(way: str) -> int:
    """Take memory piece by piece until there is no more; return how many bytes are held."""
    held = 0
    while held < WANTED:
        try:
            piece = MEMORY[way]()
        except PermissionError:
            break
        if not piece:
            break
        held += piece
    return held


def started_threads() -> int:
    """Start threads with the smallest stacks until there are no more; return how many."""
    threading.stack_size(32 * 1024)
    over = threading.Event()
    started: list[threading.Thread] = []
    try:
        while len(started) < MOST_THREADS:
            thread = threading.Thread(target=over.wait, daemon=True)
            thread.start()
            started.append(thread)
    except RuntimeError:
        pass  # that is what it tries to find out
    over.set()
    for thread in started:
        thread.join()
    return len(started)


def _own_pipe() -> int:
    """The pipe to the parent: the first descriptor after the three that lead nowhere."""
    return next(number for number in range(3, 64) if _is_open(number))


def _is_open(descriptor: int) -> bool:
    try:
        os.lseek(descriptor, 0, os.SEEK_CUR)
    except OSError as error:
        return error.errno == errno.ESPIPE
    return False  # those that lead nowhere can be sought


_ZEROS = ctypes.create_string_buffer(4096)
_AT = ctypes.addressof(_ZEROS)

REFUSED: dict[str, tuple[object, ...]] = {
    # memory that the limits of a process do not count
    "shmget": (0, PIECE, 0o1600),
    "memfd_secret": (0,),
    "mq_open": (_AT, 0o102, 0o600, 0),
    "msgget": (0, 0o1600),
    "semget": (0, 1, 0o1600),
    "pipe": (_AT,),
    "pipe2": (_AT, 0),
    "fcntl": (_own_pipe, _SET_PIPE_SIZE, MIB),
    "eventfd2": (0, 0),
    "signalfd4": (-1, _AT, 8, 0),
    "timerfd_create": (1, 0),
    "timer_create": (1, 0, _AT),
    "epoll_create1": (0,),
    "inotify_init1": (0,),
    "fanotify_init": (0, 0),
    "mlock": (_AT, 4096),
    "mlock2": (_AT, 4096, 0),
    "mlockall": (3,),
    "remap_file_pages": (_AT, 4096, 0, 0, 0),
    "process_madvise": (0, _AT, 1, 4, 0),
    "vmsplice": (_own_pipe, _AT, 1, 0),
    "tee": (_own_pipe, _own_pipe, 1, 0),
    "pkey_alloc": (0, 0),
    "pkey_mprotect": (_AT, 4096, 1, -1),
    # limits, priorities and other processes
    "setrlimit": (7, _AT),
    "prlimit64": (os.getppid, 7, _AT, 0),
    "sched_setaffinity": (os.getppid, 8, _AT),
    "sched_setscheduler": (0, 0, _AT),
    "sched_setattr": (0, _AT, 0),
    "setpriority": (0, 0, 5),
    "ioprio_set": (1, 0, 0),
    "prctl": (38, 1, 0, 0, 0),
    "personality": (0x0040000,),
    "seccomp": (1, 0, _AT),
    "tgkill": (os.getppid, os.getppid, _SIGCONT),
    "rt_sigqueueinfo": (os.getppid, _SIGCONT, _AT),
    "rt_tgsigqueueinfo": (os.getppid, os.getppid, _SIGCONT, _AT),
    "pidfd_getfd": (0, 0, 0),
    "kcmp": (os.getppid, os.getpid, 0, 0, 0),
    "alarm": (0,),
    "setitimer": (0, _AT, 0),
    "clone3": (_AT, 88),
    "setsid": (),
    "setresuid": (-1, -1, -1),
    "capset": (_AT, _AT),
}
"""Calls that fail, with harmless arguments; a function stands for what it returns."""

KILLED: dict[str, tuple[object, ...]] = {
    "memfd_create": (_AT, 0),
    "socket": (1, 1, 0),
    "socketpair": (1, 1, 0, _AT),
    "io_uring_setup": (1, _AT),
    "userfaultfd": (0,),
    "fork": (),
    "vfork": (),
    "clone": (_SIGKILL, 0, 0, 0, 0),
    "execveat": (-1, _AT, 0, 0, 0),
    "ptrace": (0, os.getppid, 0, 0),
    "process_vm_readv": (os.getppid, _AT, 0, _AT, 0, 0),
    "process_vm_writev": (os.getppid, _AT, 0, _AT, 0, 0),
    "kill": (os.getppid, _SIGCONT),
    "tkill": (os.getppid, _SIGCONT),
    "pidfd_open": (os.getppid, 0),
    "unshare": (0x10000000,),
    "bpf": (0, _AT, 0),
    "add_key": (_AT, _AT, _AT, 0, -1),
}
"""Calls that end the child."""


def succeeded(call: str, arguments: tuple[object, ...]) -> bool:
    """Make one system call; return whether the kernel did it."""
    number = pyseccomp.resolve_syscall(0, call)
    given = [ctypes.c_long(each() if callable(each) else each) for each in arguments]  # type: ignore[arg-type]
    result = int(_LIBC.syscall(ctypes.c_long(number), *given))
    if call in ("fork", "vfork", "clone") and result == 0:
        os._exit(0)
    return not (result == -1 and ctypes.get_errno() in (errno.EPERM, errno.ENOSYS))
