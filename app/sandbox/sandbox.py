"""Shut a child off from the system before it sees the first byte of a stranger's file.

On Linux a seccomp filter lets through what computing, memory, threads and the two open pipes
need and nothing else. What an honest decoder might try and can do without is refused; what only a
taken-over one would do kills the child. macOS and Windows have limits and an audit hook only: see
docs/threat-model.md. Why each call is where it is: docs/decisions/0053.
"""

import ctypes
import errno
import os
import signal
import sys
from pathlib import Path
from typing import Any

from app.offline import load_filter

_NICE = 10
_PR_SET_PDEATHSIG = 1
_CLONE_THREAD = 0x00010000
_PROT_EXEC = 0x4
_MOST_DESCRIPTORS = 4096

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
    prlimit64 stat lstat access readlink readlinkat newfstatat faccessat faccessat2 statx getdents64
    getcwd pread64 preadv fcntl dup dup2 dup3 ioctl mmap mprotect prctl seccomp getrlimit setrlimit
    getuid geteuid getgid getegid sched_setaffinity set_mempolicy get_mempolicy close_range
    fadvise64 pipe2 statfs fstatfs
"""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_ATTACKS = """
    execve execveat fork vfork socket socketpair connect bind listen accept accept4 sendto sendmsg
    sendmmsg ptrace process_vm_readv process_vm_writev kill tkill pidfd_open pidfd_send_signal
    bpf userfaultfd perf_event_open keyctl add_key request_key io_uring_setup io_uring_enter
    mount umount2 pivot_root chroot setns unshare init_module finit_module kexec_load memfd_create
    open_by_handle_at
"""


def die_with_parent() -> None:
    """Ask the system to kill this process when the thread that started it ends (Linux only).

    Elsewhere the end of its pipe tells it.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def volunteer_for_oom_killer() -> None:
    """Let the system end this process first when it runs out of memory."""
    if sys.platform == "linux":
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")


def lower_priority() -> None:
    """Use the processor only when the window does not need it.

    On Windows the parent starts the child with a lower priority.
    """
    if sys.platform != "win32":
        os.nice(_NICE)


def close_sandbox(descriptors: tuple[int, int], memory: int) -> None:
    """Forbid everything but computing, the two pipes and some memory, for good.

    Args:
        descriptors: The pipes, which stay open; all others but the standard ones are closed.
        memory: Bytes that may be allocated beyond what is held now.

    Raises:
        SandboxMissingError: Linux without seccomp.
    """
    _close_all_but(descriptors)
    if sys.platform != "win32":
        _limit(memory)
    if sys.platform == "linux":
        load_filter(_allow_computing, refuse_others=True)
    else:
        sys.addaudithook(refuse_system)


def allow_only_reading(memory: int) -> None:
    """Forbid everything but reading files, while a foreign model is loaded.

    Nothing can be written, started, signalled or sent anywhere. `close_sandbox` comes on top. Only
    Linux has this step.

    Args:
        memory: Bytes that may be allocated beyond what is held now.

    Raises:
        SandboxMissingError: Linux without seccomp.
    """
    if sys.platform != "linux":
        return
    _limit_memory(memory)
    load_filter(_allow_reading, refuse_others=True)


def refuse_system(event: str, args: tuple[object, ...]) -> None:
    """Audit hook: refuse files and processes to Python code, where no filter can.

    Raises:
        PermissionError: The code was about to open, change, list, start or signal something.
    """
    if event == "open" or event.startswith(("os.", "subprocess.", "shutil.", "ctypes.dlopen")):
        raise PermissionError(errno.EPERM, event)


def _close_all_but(descriptors: tuple[int, int]) -> None:
    first, second = sorted(descriptors)
    os.closerange(3, first)
    os.closerange(first + 1, second)
    os.closerange(second + 1, _MOST_DESCRIPTORS)


def _limit(memory: int) -> None:
    import resource

    _limit_memory(memory)
    # Core dumps and files of 0 bytes, no new descriptors.
    for limit in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE):
        resource.setrlimit(limit, (0, 0))


def _limit_memory(memory: int) -> None:
    if sys.platform == "linux":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = _writable_memory() + memory
        most = wanted if most == resource.RLIM_INFINITY else min(most, wanted)
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _writable_memory() -> int:
    """Return the private writable memory in bytes, which is what RLIMIT_DATA counts."""
    status = Path("/proc/self/status").read_text("ascii")
    (kib,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmData:"))
    return int(kib) * 1024


def _allow_computing(seccomp: Any, rules: Any) -> None:
    """Let through what decoding needs; end the process on a call that only an attack makes."""
    for name in _known(seccomp, _ATTACKS):
        rules.add_rule(seccomp.KILL_PROCESS, name)
    for name in _known(seccomp, _COMPUTING):
        rules.add_rule(seccomp.ALLOW, name)
    _add_conditions(seccomp, rules)


def _allow_reading(seccomp: Any, rules: Any) -> None:
    """Let through what loading a model needs; files can be opened to be read only."""
    for call, flags in (("open", 1), ("openat", 2)):
        reading = seccomp.Arg(flags, seccomp.MASKED_EQ, _WRITING, os.O_RDONLY)
        rules.add_rule(seccomp.ALLOW, call, reading)
    _allow_threads(seccomp, rules)
    for name in _known(seccomp, _COMPUTING + _LOADING):
        rules.add_rule(seccomp.ALLOW, name)


def _known(seccomp: Any, names: str) -> list[str]:
    """Return the names of the calls that this processor and this libseccomp have."""
    return [name for name in names.split() if seccomp.resolve_syscall(0, name) != -1]


def _add_conditions(seccomp: Any, rules: Any) -> None:
    """Add the calls that are decided by their arguments."""
    arg, masked, equal = seccomp.Arg, seccomp.MASKED_EQ, seccomp.EQ
    _allow_threads(seccomp, rules)
    rules.add_rule(seccomp.KILL_PROCESS, "clone", arg(0, masked, _CLONE_THREAD, 0))
    # Memory, but none that code could be put into.
    for call in ("mmap", "mprotect"):
        rules.add_rule(seccomp.ALLOW, call, arg(2, masked, _PROT_EXEC, 0))
    # Limits may be asked for, not set.
    rules.add_rule(seccomp.ALLOW, "prlimit64", arg(2, equal, 0))


def _allow_threads(seccomp: Any, rules: Any) -> None:
    """Allow new threads, but no new process, and signals to threads of this process."""
    threads = seccomp.Arg(0, seccomp.MASKED_EQ, _CLONE_THREAD, _CLONE_THREAD)
    rules.add_rule(seccomp.ALLOW, "clone", threads)
    # It hides what it wants, so libc is sent back to clone.
    rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
    # abort() does; nobody else can be signalled.
    rules.add_rule(seccomp.ALLOW, "tgkill", seccomp.Arg(0, seccomp.EQ, os.getpid()))
