"""The walls around a child on Windows: an AppContainer, a job, and mitigation policies.

`start` is the parent's part: it starts a suspended child with a token that has no capability, puts
it into a job, and lets it run. `close` is the child's part: it gives up memory and rights, and
tries to get out. Untried: see docs/threat-model.md. The probes decide, not this file.

The functions and structures are those of Microsoft's documentation of Win32 (processthreadsapi.h,
userenv.h, jobapi2.h, winsock2.h).
"""

import ctypes
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from ctypes import wintypes
from dataclasses import dataclass
from typing import IO, Any

from app.errors import SandboxMissingError
from app.sandbox.descriptors import close_all_but
from app.sandbox.python_hook import refuse_system
from app.sandbox.walls import Wall

PROFILE = "Geoul.ReadingChild"
"""The name of the AppContainer; the installer lets all of them read the folder of the program."""

LOADING_MEMORY = 6 << 30
"""Bytes that a child may have while it loads its models; it goes lower itself, in `close`."""

_ALREADY_EXISTS = 0x800700B7
_HANDLE_LIST, _SECURITY_CAPABILITIES = 0x00020002, 0x00020009
_CHILD_PROCESS_POLICY, _CHILD_PROCESS_RESTRICTED = 0x0002000E, 1

_CREATE_SUSPENDED, _CREATE_UNICODE_ENVIRONMENT = 0x4, 0x400
_EXTENDED_STARTUPINFO_PRESENT, _CREATE_NO_WINDOW = 0x80000, 0x08000000
_BELOW_NORMAL_PRIORITY_CLASS = 0x4000
_STARTF_USESTDHANDLES, _HANDLE_FLAG_INHERIT = 0x100, 1

_EXTENDED_LIMITS, _UI_RESTRICTIONS = 9, 4
_LIMIT_ACTIVE_PROCESS, _LIMIT_PROCESS_MEMORY = 0x8, 0x100
_LIMIT_DIE_ON_EXCEPTION, _LIMIT_KILL_ON_CLOSE = 0x400, 0x2000
_ALL_UI_RESTRICTIONS = 0xFF

_STRICT_HANDLES, _EXTENSION_POINTS, _IMAGE_LOAD = 3, 6, 10
_POLICIES = {_STRICT_HANDLES: 0b11, _EXTENSION_POINTS: 0b1, _IMAGE_LOAD: 0b111}
"""Strict handle checks, for good; no extension points; no images from elsewhere, of low integrity,
or before those of the system."""

_ACCESS_DENIED, _CHILD_PROCESS_BLOCKED, _WSAEACCES = 5, 367, 10013
_GENERIC_READ, _SHARE_ALL, _OPEN_EXISTING = 0x80000000, 7, 3
_MEM_COMMIT_RESERVE, _MEM_RELEASE, _PAGE_READWRITE = 0x3000, 0x8000, 4
_MEMORY_SLACK = 256 << 20
_AF_INET, _STREAM, _DATAGRAM = 2, 1, 2
_INVALID = -1
_WAIT_TIMEOUT, _FAILED = 0x102, 0xFFFFFFFF
_STEP_MS = 50

_MOST_DESCRIPTORS = 512
"""Greatest number of files that Microsoft's C library keeps open."""


class StartupInfo(ctypes.Structure):
    """STARTUPINFOEXW, which begins with a STARTUPINFOW."""

    _fields_ = (
        ("cb", wintypes.DWORD),
        ("lpReserved", wintypes.LPWSTR),
        ("lpDesktop", wintypes.LPWSTR),
        ("lpTitle", wintypes.LPWSTR),
        *((name, wintypes.DWORD) for name in ("dwX", "dwY", "dwXSize", "dwYSize")),
        *((name, wintypes.DWORD) for name in ("dwXCountChars", "dwYCountChars")),
        *((name, wintypes.DWORD) for name in ("dwFillAttribute", "dwFlags")),
        ("wShowWindow", wintypes.WORD),
        ("cbReserved2", wintypes.WORD),
        ("lpReserved2", ctypes.c_void_p),
        ("hStdInput", wintypes.HANDLE),
        ("hStdOutput", wintypes.HANDLE),
        ("hStdError", wintypes.HANDLE),
        ("lpAttributeList", ctypes.c_void_p),
    )


class ProcessInformation(ctypes.Structure):
    """PROCESS_INFORMATION."""

    _fields_ = (
        ("hProcess", wintypes.HANDLE),
        ("hThread", wintypes.HANDLE),
        ("dwProcessId", wintypes.DWORD),
        ("dwThreadId", wintypes.DWORD),
    )


class SecurityCapabilities(ctypes.Structure):
    """SECURITY_CAPABILITIES: which AppContainer, and what it may do."""

    _fields_ = (
        ("AppContainerSid", ctypes.c_void_p),
        ("Capabilities", ctypes.c_void_p),
        ("CapabilityCount", wintypes.DWORD),
        ("Reserved", wintypes.DWORD),
    )


class JobLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", wintypes.DWORD),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", wintypes.DWORD),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", wintypes.DWORD),
        ("SchedulingClass", wintypes.DWORD),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class MemoryCounters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS_EX."""

    _fields_ = (
        ("cb", wintypes.DWORD),
        ("PageFaultCount", wintypes.DWORD),
        *(
            (name, ctypes.c_size_t)
            for name in (
                *("PeakWorkingSetSize", "WorkingSetSize"),
                *("QuotaPeakPagedPoolUsage", "QuotaPagedPoolUsage"),
                *("QuotaPeakNonPagedPoolUsage", "QuotaNonPagedPoolUsage"),
                *("PagefileUsage", "PeakPagefileUsage", "PrivateUsage"),
            )
        ),
    )


@dataclass(frozen=True, slots=True)
class Api:
    """The libraries of Windows, as ctypes opens them; tests give fakes.

    Attributes:
        last_error: Returns the error of the last call in this thread.
        as_file: Makes a Python file of a handle: its number, and whether it is written to.
    """

    kernel32: Any
    userenv: Any
    advapi32: Any
    ws2_32: Any
    last_error: Callable[[], int]
    as_file: Callable[[int, bool], IO[bytes]]


def _system_api() -> Api:
    if sys.platform == "win32":
        import msvcrt

        def as_file(handle: int, written: bool) -> IO[bytes]:
            flags = os.O_WRONLY if written else os.O_RDONLY
            descriptor = msvcrt.open_osfhandle(handle, flags)
            return io.FileIO(descriptor, "wb" if written else "rb")

        kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
        # ctypes takes what it is not told for an int of 32 bits, and cuts handles off.
        for name in ("CreateJobObjectW", "GetCurrentProcess", "CreateFileW", "FindFirstFileW"):
            getattr(kernel32, name).restype = wintypes.HANDLE
        kernel32.VirtualAlloc.restype = ctypes.c_void_p
        ws2_32 = ctypes.WinDLL("ws2_32", use_last_error=True)
        ws2_32.socket.restype = ctypes.c_ssize_t
        ws2_32.connect.argtypes = [ctypes.c_size_t, ctypes.c_char_p, ctypes.c_int]
        ws2_32.closesocket.argtypes = [ctypes.c_size_t]
        return Api(
            kernel32,
            ctypes.WinDLL("userenv", use_last_error=True),
            ctypes.WinDLL("advapi32", use_last_error=True),
            ws2_32,
            ctypes.get_last_error,
            as_file,
        )
    raise SandboxMissingError(sys.platform)


# The parent's part


class LowBoxProcess:
    """A running child, with what a `subprocess.Popen` has of it."""

    def __init__(self, api: Api, process: int, job: int, pid: int, pipes: tuple[int, int]) -> None:
        self.pid = pid
        self.stdin: IO[bytes] | None = api.as_file(pipes[0], True)
        self.stdout: IO[bytes] | None = api.as_file(pipes[1], False)
        self._api = api
        self._process = process
        self._job = job

    def poll(self) -> int | None:
        """Return the exit status, or None while the process runs."""
        return self._wait_ms(0)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end and return the exit status.

        Raises:
            subprocess.TimeoutExpired: It did not end within so many seconds.
        """
        end = None if timeout is None else time.monotonic() + timeout
        while (status := self._wait_ms(_STEP_MS)) is None:
            if end is not None and time.monotonic() >= end:
                raise subprocess.TimeoutExpired(PROFILE, timeout or 0.0)
        return status

    def kill(self) -> None:
        """End the process, and whatever else is in its job."""
        self._api.kernel32.TerminateJobObject(wintypes.HANDLE(self._job), 1)

    def __del__(self) -> None:
        """Close the handles; the job ends what is in it."""
        for handle in (self._process, self._job):
            self._api.kernel32.CloseHandle(wintypes.HANDLE(handle))

    def _wait_ms(self, longest: int) -> int | None:
        kernel32 = self._api.kernel32
        if kernel32.WaitForSingleObject(wintypes.HANDLE(self._process), longest) == _WAIT_TIMEOUT:
            return None
        status = wintypes.DWORD()
        kernel32.GetExitCodeProcess(wintypes.HANDLE(self._process), ctypes.byref(status))
        return status.value


def start(
    command: Sequence[str], environment: Mapping[str, str], api: Api | None = None
) -> LowBoxProcess:
    """Start a child in an AppContainer without capabilities, and in a job of its own.

    It inherits the two pipes and nothing else.

    Raises:
        SandboxMissingError: A step failed; `detail` names it, and no child runs.
    """
    api = api or _system_api()
    with _profile(api) as sid, _pipes(api) as (inner, outer):
        with _attributes(api, sid, inner) as attributes:
            made = _create_suspended(api, command, environment, inner, attributes)
        job = 0
        try:
            job = _job(api, LOADING_MEMORY)
            _ask(api, api.kernel32, "AssignProcessToJobObject", _handle(job), made.hProcess)
            _resume(api, made)
        except SandboxMissingError:
            api.kernel32.TerminateProcess(made.hProcess, 1)
            for handle in (made.hProcess, _handle(job)):
                api.kernel32.CloseHandle(handle)
            raise
        finally:
            api.kernel32.CloseHandle(made.hThread)
        return LowBoxProcess(api, made.hProcess, job, made.dwProcessId, outer)


@contextmanager
def _profile(api: Api) -> Iterator[ctypes.c_void_p]:
    """Give the SID of the AppContainer, which is made at the first start on a computer."""
    sid = ctypes.c_void_p()
    name = ctypes.c_wchar_p(PROFILE)
    result = api.userenv.CreateAppContainerProfile(name, name, name, None, 0, ctypes.byref(sid))
    if result & 0xFFFFFFFF == _ALREADY_EXISTS:
        derive = api.userenv.DeriveAppContainerSidFromAppContainerName
        result = derive(name, ctypes.byref(sid))
    if result:
        raise SandboxMissingError(f"CreateAppContainerProfile {result & 0xFFFFFFFF:#x}")
    try:
        yield sid
    finally:
        api.advapi32.FreeSid(sid)


@contextmanager
def _pipes(api: Api) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Make two pipes; give the child's ends (read, write), then ours (write, read).

    The child's ends are closed at the end, ours only when something failed.
    """
    to_child, to_parent = _pipe(api), _pipe(api)
    inner, outer = (to_child[0], to_parent[1]), (to_child[1], to_parent[0])
    try:
        for handle in inner:
            flags = (_handle(handle), _HANDLE_FLAG_INHERIT, _HANDLE_FLAG_INHERIT)
            _ask(api, api.kernel32, "SetHandleInformation", *flags)
        yield inner, outer
    except BaseException:
        for handle in outer:
            api.kernel32.CloseHandle(_handle(handle))
        raise
    finally:
        for handle in inner:
            api.kernel32.CloseHandle(_handle(handle))


def _pipe(api: Api) -> tuple[int, int]:
    reading, writing = wintypes.HANDLE(), wintypes.HANDLE()
    _ask(api, api.kernel32, "CreatePipe", ctypes.byref(reading), ctypes.byref(writing), None, 0)
    return reading.value or 0, writing.value or 0


@contextmanager
def _attributes(api: Api, sid: ctypes.c_void_p, inherited: tuple[int, int]) -> Iterator[Any]:
    """Give what the child starts with: its AppContainer, its handles, and no child of its own."""
    capabilities = SecurityCapabilities(sid, None, 0, 0)
    handles = (wintypes.HANDLE * len(inherited))(*inherited)
    policy = wintypes.DWORD(_CHILD_PROCESS_RESTRICTED)
    values: dict[int, Any] = {
        _SECURITY_CAPABILITIES: capabilities,
        _HANDLE_LIST: handles,
        _CHILD_PROCESS_POLICY: policy,
    }
    size = ctypes.c_size_t()
    api.kernel32.InitializeProcThreadAttributeList(None, len(values), 0, ctypes.byref(size))
    room = ctypes.create_string_buffer(size.value or 1)
    wanted = (room, len(values), 0, ctypes.byref(size))
    _ask(api, api.kernel32, "InitializeProcThreadAttributeList", *wanted)
    try:
        for key, value in values.items():
            given = (ctypes.byref(value), ctypes.c_size_t(ctypes.sizeof(value)), None, None)
            update = (room, 0, ctypes.c_size_t(key), *given)
            _ask(api, api.kernel32, "UpdateProcThreadAttribute", *update)
        yield room
    finally:
        api.kernel32.DeleteProcThreadAttributeList(room)


def _create_suspended(
    api: Api,
    command: Sequence[str],
    environment: Mapping[str, str],
    pipes: tuple[int, int],
    attributes: Any,
) -> ProcessInformation:
    info, made = StartupInfo(), ProcessInformation()
    info.cb = ctypes.sizeof(info)
    info.dwFlags = _STARTF_USESTDHANDLES
    info.hStdInput, info.hStdOutput = pipes
    info.lpAttributeList = ctypes.cast(attributes, ctypes.c_void_p).value
    line = ctypes.create_unicode_buffer(subprocess.list2cmdline(command))
    block = "".join(f"{name}={value}\0" for name, value in sorted(environment.items())) + "\0"
    flags = (
        _CREATE_SUSPENDED
        | _CREATE_UNICODE_ENVIRONMENT
        | _EXTENDED_STARTUPINFO_PRESENT
        | _CREATE_NO_WINDOW
        | _BELOW_NORMAL_PRIORITY_CLASS
    )
    where = ctypes.c_wchar_p(os.path.abspath(os.sep))  # noqa: PTH100 - the root of the drive
    environment_block = ctypes.create_unicode_buffer(block)
    given = (None, line, None, None, True, flags, environment_block, where)
    _ask(api, api.kernel32, "CreateProcessW", *given, ctypes.byref(info), ctypes.byref(made))
    return made


def _resume(api: Api, made: ProcessInformation) -> None:
    if api.kernel32.ResumeThread(made.hThread) & 0xFFFFFFFF == _FAILED:
        raise SandboxMissingError(f"ResumeThread {api.last_error()}")


def _job(api: Api, memory: int) -> int:
    """Make a job: one process, so much memory, no desktop, the end with its last handle."""
    job = api.kernel32.CreateJobObjectW(None, None)
    if not job:
        raise SandboxMissingError(f"CreateJobObjectW {api.last_error()}")
    limits = JobLimits()
    limits.LimitFlags = (
        _LIMIT_ACTIVE_PROCESS
        | _LIMIT_PROCESS_MEMORY
        | _LIMIT_DIE_ON_EXCEPTION
        | _LIMIT_KILL_ON_CLOSE
    )
    limits.ActiveProcessLimit = 1
    limits.ProcessMemoryLimit = memory
    restrictions = wintypes.DWORD(_ALL_UI_RESTRICTIONS)
    try:
        for kind, value in ((_EXTENDED_LIMITS, limits), (_UI_RESTRICTIONS, restrictions)):
            given = (_handle(job), kind, ctypes.byref(value), ctypes.sizeof(value))
            _ask(api, api.kernel32, "SetInformationJobObject", *given)
    except SandboxMissingError:
        api.kernel32.CloseHandle(_handle(job))
        raise
    return int(job)


def _ask(api: Api, library: Any, name: str, *arguments: Any) -> None:
    """Call a function that returns whether it succeeded.

    Raises:
        SandboxMissingError: It did not; `detail` is its name and the error.
    """
    if not getattr(library, name)(*arguments):
        raise SandboxMissingError(f"{name} {api.last_error()}")


def _handle(number: int) -> wintypes.HANDLE:
    return wintypes.HANDLE(number)


# The child's part


def close(descriptors: tuple[int, int], memory: int, api: Api | None = None) -> frozenset[Wall]:
    """Give up memory and rights for good, then try to get out.

    Args:
        descriptors: The pipes, which stay open; others but the standard ones are closed.
        memory: Bytes that may be allocated beyond what is held now.

    Returns:
        The walls that do not stand.
    """
    api = api or _system_api()
    close_all_but(descriptors, _MOST_DESCRIPTORS)
    _limit_memory(api, memory)
    for policy, flags in _POLICIES.items():
        value = wintypes.DWORD(flags)
        # One that this Windows does not know is no wall of those that are tried below.
        api.kernel32.SetProcessMitigationPolicy(policy, ctypes.byref(value), ctypes.sizeof(value))
    if sys.platform == "win32":
        sys.addaudithook(refuse_system)
    return open_walls(api, memory)


def _limit_memory(api: Api, memory: int) -> None:
    """Go into a job inside that of the parent, with less memory. Whether it holds is tried."""
    counters = MemoryCounters()
    counters.cb = ctypes.sizeof(counters)
    process = _handle(api.kernel32.GetCurrentProcess())
    api.kernel32.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.cb)
    try:
        job = _job(api, counters.PrivateUsage + memory)
    except SandboxMissingError:
        return
    api.kernel32.AssignProcessToJobObject(_handle(job), process)


def open_walls(api: Api, memory: int) -> frozenset[Wall]:
    """Try to get out; return the walls that let it through, or did not plainly refuse."""
    attempts: dict[Wall, tuple[Callable[[], bool], ...]] = {
        Wall.FILES: (lambda: _lists(api), lambda: _reads(api)),
        Wall.NETWORK: (lambda: _connects(api),),
        Wall.PROCESSES: (lambda: _starts(api),),
        Wall.MEMORY: (lambda: _takes(api, memory + _MEMORY_SLACK),),
    }
    return frozenset(
        wall for wall, tries in attempts.items() if any(attempt() for attempt in tries)
    )


def _home() -> str:
    return os.environ.get("USERPROFILE", "C:\\Users")


def _lists(api: Api) -> bool:
    found = ctypes.create_string_buffer(1024)  # a WIN32_FIND_DATAW has 592 bytes
    handle = api.kernel32.FindFirstFileW(ctypes.c_wchar_p(f"{_home()}\\*"), found)
    if _is_valid(handle):
        api.kernel32.FindClose(_handle(handle))
        return True
    return api.last_error() != _ACCESS_DENIED


def _reads(api: Api) -> bool:
    path = ctypes.c_wchar_p(f"{_home()}\\NTUSER.DAT")
    sharing = (_GENERIC_READ, _SHARE_ALL, None, _OPEN_EXISTING, 0, None)
    handle = api.kernel32.CreateFileW(path, *sharing)
    if _is_valid(handle):
        api.kernel32.CloseHandle(_handle(handle))
        return True
    return api.last_error() != _ACCESS_DENIED


def _is_valid(handle: int | None) -> bool:
    return handle is not None and ctypes.c_void_p(handle).value != ctypes.c_void_p(_INVALID).value


def _connects(api: Api) -> bool:
    """Return whether a socket leads to this computer, or out of it.

    UDP's `connect` sends nothing, and 192.0.2.1 belongs to nobody (RFC 5737).
    """
    if api.ws2_32.WSAStartup(0x0202, ctypes.create_string_buffer(512)):
        return False  # sockets are not to be had at all
    ways = ((_STREAM, (127, 0, 0, 1)), (_DATAGRAM, (192, 0, 2, 1)))
    return any(_reaches(api, kind, host) for kind, host in ways)


def _reaches(api: Api, kind: int, host: tuple[int, ...]) -> bool:
    socket = api.ws2_32.socket(_AF_INET, kind, 0)
    if socket == _INVALID:
        return bool(api.ws2_32.WSAGetLastError() != _WSAEACCES)
    address = _AF_INET.to_bytes(2, "little") + (9).to_bytes(2, "big") + bytes(host) + bytes(8)
    failed = api.ws2_32.connect(socket, address, len(address))
    denied = failed and api.ws2_32.WSAGetLastError() == _WSAEACCES
    api.ws2_32.closesocket(socket)
    return not denied


def _starts(api: Api) -> bool:
    info, made = StartupInfo(), ProcessInformation()
    info.cb = StartupInfo.lpAttributeList.offset  # a STARTUPINFOW, without attributes
    line = ctypes.create_unicode_buffer(subprocess.list2cmdline([sys.executable, "--version"]))
    given = (None, line, None, None, False, _CREATE_SUSPENDED | _CREATE_NO_WINDOW, None, None)
    if not api.kernel32.CreateProcessW(*given, ctypes.byref(info), ctypes.byref(made)):
        return api.last_error() not in (_ACCESS_DENIED, _CHILD_PROCESS_BLOCKED)
    api.kernel32.TerminateProcess(made.hProcess, 1)
    for handle in (made.hThread, made.hProcess):
        api.kernel32.CloseHandle(handle)
    return True


def _takes(api: Api, memory: int) -> bool:
    size = ctypes.c_size_t(memory)
    at = api.kernel32.VirtualAlloc(None, size, _MEM_COMMIT_RESERVE, _PAGE_READWRITE)
    if not at:
        return False
    api.kernel32.VirtualFree(ctypes.c_void_p(at), ctypes.c_size_t(0), _MEM_RELEASE)
    return True
