"""A Windows that notes every call, and answers as it is told."""

import ctypes
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, Any, cast

from app.sandbox.windows import (
    Api,
    JobLimits,
    ProcessInformation,
    SecurityCapabilities,
    StartupInfo,
)

ACCESS_DENIED, SHARING_VIOLATION, NO_SOCKET_RIGHTS, REFUSED = 5, 32, 10013, 10061
ALREADY_EXISTS = -2147024713  # 0x800700B7 as the signed number that ctypes gives
PROCESS, THREAD, PID = 900, 901, 4711
NO_HANDLE = 2**64 - 1


@dataclass
class Call:
    """One call: its name and what it was given."""

    name: str
    given: tuple[Any, ...]


@dataclass
class FakeWindows:
    """The libraries as one object; `calls` has what was called, in order.

    Attributes:
        results: What a function returns instead of success.
        errors: The error that a function then leaves.
    """

    results: dict[str, int] = field(default_factory=dict)
    errors: dict[str, int] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    files: dict[int, IO[bytes]] = field(default_factory=dict)
    handles: int = 100
    error: int = 0

    def api(self) -> Api:
        """Return the interface that app.sandbox.windows uses."""
        return Api(self, self, self, self, lambda: self.error, self._as_file)

    def names(self) -> list[str]:
        """Return the names of the functions in the order of their calls."""
        return [call.name for call in self.calls]

    def given(self, name: str) -> list[tuple[Any, ...]]:
        """Return what a function was given, each time."""
        return [call.given for call in self.calls if call.name == name]

    def __getattr__(self, name: str) -> Callable[..., int]:
        """Return the function of that name."""
        if name.startswith("_"):
            raise AttributeError(name)

        def function(*given: Any) -> int:
            self.calls.append(Call(name, tuple(_read(each) for each in given)))
            self.error = self.errors.get(name, 0)
            if name in self.results:
                return self.results[name]
            return cast("int", getattr(self, f"_{name}", lambda *_: 1)(*given))

        return function

    def _as_file(self, handle: int, written: bool) -> IO[bytes]:
        self.files[handle] = io.BytesIO()
        return self.files[handle]

    def _CreateAppContainerProfile(self, *given: Any) -> int:  # noqa: N802 - as Windows calls it
        given[5]._obj.value = 77
        return 0

    def _DeriveAppContainerSidFromAppContainerName(self, *given: Any) -> int:  # noqa: N802
        given[1]._obj.value = 77
        return 0

    def _CreatePipe(self, reading: Any, writing: Any, *_: Any) -> int:  # noqa: N802
        reading._obj.value, writing._obj.value = self.handles, self.handles + 1
        self.handles += 2
        return 1

    def _CreateJobObjectW(self, *_: Any) -> int:  # noqa: N802
        return 500

    def _CreateProcessW(self, *given: Any) -> int:  # noqa: N802
        made: ProcessInformation = given[-1]._obj
        made.hProcess, made.hThread, made.dwProcessId = PROCESS, THREAD, PID
        return 1

    def _ResumeThread(self, *_: Any) -> int:  # noqa: N802
        return 1  # how often it was suspended before

    def _GetCurrentProcess(self) -> int:  # noqa: N802
        return PROCESS

    def _WSAStartup(self, *_: Any) -> int:  # noqa: N802
        return 0

    def _socket(self, *_: Any) -> int:
        return 300

    def _connect(self, *_: Any) -> int:
        return 0

    def _K32GetProcessMemoryInfo(self, _: Any, counters: Any, __: int) -> int:  # noqa: N802
        counters._obj.PrivateUsage = 1000
        return 1


def _read(given: Any) -> Any:
    """What a call was given, copied now, since structures change later."""
    inner = getattr(given, "_obj", given)
    if isinstance(inner, SecurityCapabilities | JobLimits | StartupInfo):
        return type(inner).from_buffer_copy(inner)
    if isinstance(inner, ctypes.Array) and inner._type_ is not ctypes.c_char:
        return inner[:]
    return getattr(inner, "value", inner)
