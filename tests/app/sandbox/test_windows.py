"""The walls on Windows against a fake of its kernel: which calls, in which order, with what."""

import os
import subprocess

import pytest

from app.errors import SandboxMissingError
from app.sandbox import windows
from app.sandbox.walls import Wall
from tests.app.sandbox.fake_windows import (
    ACCESS_DENIED,
    ALREADY_EXISTS,
    NO_HANDLE,
    NO_SOCKET_RIGHTS,
    PID,
    PROCESS,
    REFUSED,
    SHARING_VIOLATION,
    THREAD,
    FakeWindows,
)

COMMAND = ["C:\\Program Files\\Geoul\\geoul.exe", "--media-child"]
JOB = 500
CHILD_READS, WE_WRITE, WE_READ, CHILD_WRITES = 100, 101, 102, 103
HELD = {
    "FindFirstFileW": NO_HANDLE,
    "CreateFileW": NO_HANDLE,
    "socket": 300,
    "connect": -1,
    "WSAGetLastError": NO_SOCKET_RIGHTS,
    "CreateProcessW": 0,
    "VirtualAlloc": 0,
}
"""What the functions return behind walls that stand."""

DENIED = dict.fromkeys(("FindFirstFileW", "CreateFileW", "CreateProcessW"), ACCESS_DENIED)


def started(system: FakeWindows) -> windows.LowBoxProcess:
    return windows.start(COMMAND, {"SYSTEMROOT": "C:\\Windows", "A": "1"}, system.api())


def test_a_child_is_suspended_until_it_has_its_attributes_and_its_job() -> None:
    system = FakeWindows()
    child = started(system)
    order = [
        "CreateAppContainerProfile",
        "UpdateProcThreadAttribute",
        "CreateProcessW",
        "DeleteProcThreadAttributeList",
        "CreateJobObjectW",
        "SetInformationJobObject",
        "AssignProcessToJobObject",
        "ResumeThread",
    ]
    assert [name for name in dict.fromkeys(system.names()) if name in order] == order
    assert system.given("AssignProcessToJobObject") == [(JOB, PROCESS)]
    assert system.given("ResumeThread") == [(THREAD,)]
    assert child.pid == PID


def test_it_gets_an_app_container_without_capabilities_its_pipes_and_no_child() -> None:
    system = FakeWindows()
    child = started(system)
    given = {key: value for _, _, key, value, *_ in system.given("UpdateProcThreadAttribute")}
    capabilities = given[0x00020009]
    assert (capabilities.AppContainerSid, capabilities.CapabilityCount) == (77, 0)
    assert given[0x00020002] == [CHILD_READS, CHILD_WRITES]
    assert given[0x0002000E] == 1
    assert child.pid == PID


def test_it_starts_suspended_with_the_pipes_for_input_and_output_and_nothing_for_errors() -> None:
    system = FakeWindows()
    child = started(system)
    ((_, line, _, _, inherits, flags, block, _, info, _),) = system.given("CreateProcessW")
    assert line.rstrip("\0") == subprocess.list2cmdline(COMMAND)
    assert (inherits, flags) == (True, 0x4 | 0x400 | 0x80000 | 0x08000000 | 0x4000)
    assert block.startswith("A=1")
    assert (info.hStdInput, info.hStdOutput) == (CHILD_READS, CHILD_WRITES)
    assert info.hStdError is None
    assert info.lpAttributeList
    assert child.pid == PID


def test_only_its_own_ends_of_the_pipes_are_inherited_and_they_are_closed_here() -> None:
    system = FakeWindows()
    child = started(system)
    assert system.given("SetHandleInformation") == [(CHILD_READS, 1, 1), (CHILD_WRITES, 1, 1)]
    closed = [handle for (handle,) in system.given("CloseHandle")]
    assert {CHILD_READS, CHILD_WRITES, THREAD} <= set(closed)
    assert not {WE_READ, WE_WRITE, PROCESS, JOB} & set(closed)
    assert set(system.files) == {WE_WRITE, WE_READ}
    assert (child.stdin, child.stdout) == (system.files[WE_WRITE], system.files[WE_READ])


def test_its_job_has_one_process_a_limit_of_memory_no_desktop_and_ends_with_us() -> None:
    system = FakeWindows()
    child = started(system)
    (limits,), (restrictions,) = (
        [value for _, kind, value, _ in system.given("SetInformationJobObject") if kind == wanted]
        for wanted in (9, 4)
    )
    assert limits.LimitFlags == 0x8 | 0x100 | 0x400 | 0x2000
    assert (limits.ActiveProcessLimit, limits.ProcessMemoryLimit) == (1, windows.LOADING_MEMORY)
    assert restrictions == 0xFF
    assert child.pid == PID


def test_the_app_container_of_an_earlier_start_is_used_again() -> None:
    system = FakeWindows(results={"CreateAppContainerProfile": ALREADY_EXISTS})
    started(system)
    assert system.names()[:2] == [
        "CreateAppContainerProfile",
        "DeriveAppContainerSidFromAppContainerName",
    ]
    assert system.names().count("FreeSid") == 1


FAILING: dict[str, int] = {
    "CreateAppContainerProfile": -2147024891,  # 0x80070005
    "CreatePipe": 0,
    "SetHandleInformation": 0,
    "UpdateProcThreadAttribute": 0,
    "CreateProcessW": 0,
    "CreateJobObjectW": 0,
    "SetInformationJobObject": 0,
    "AssignProcessToJobObject": 0,
    "ResumeThread": -1,
}


@pytest.mark.parametrize("step", FAILING)
def test_where_a_step_fails_no_child_runs_and_the_step_is_named(step: str) -> None:
    system = FakeWindows(results={step: FAILING[step]}, errors={step: ACCESS_DENIED})
    with pytest.raises(SandboxMissingError, match=step):
        started(system)
    is_made = "CreateProcessW" in system.names() and step != "CreateProcessW"
    assert system.names().count("TerminateProcess") == is_made
    assert "ResumeThread" not in system.names() or step == "ResumeThread"
    opened = set(range(CHILD_READS, system.handles))
    assert opened <= {handle for (handle,) in system.given("CloseHandle")}


def test_waiting_gives_the_status_or_says_that_there_is_none_yet() -> None:
    system = FakeWindows(results={"WaitForSingleObject": 0x102})
    child = started(system)
    assert child.poll() is None
    with pytest.raises(subprocess.TimeoutExpired):
        child.wait(0.01)
    system.results["WaitForSingleObject"] = 0
    assert child.wait(1) == 0
    child.kill()
    assert system.given("TerminateJobObject") == [(JOB, 1)]


def test_a_child_gives_up_memory_and_rights_before_it_tries_to_get_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "closerange", lambda *given: closed.append(given))
    system = FakeWindows(results=dict(HELD), errors=dict(DENIED))
    assert windows.close((8, 5), 1 << 20, system.api()) == frozenset()
    assert closed == [(3, 5), (6, 8), (9, 512)]
    order = ["AssignProcessToJobObject", "SetProcessMitigationPolicy", "FindFirstFileW"]
    assert [name for name in dict.fromkeys(system.names()) if name in order] == order
    assert system.given("SetInformationJobObject")[0][2].ProcessMemoryLimit == 1000 + (1 << 20)
    policies = [(kind, flags) for kind, flags, _ in system.given("SetProcessMitigationPolicy")]
    assert policies == [(3, 0b11), (6, 0b1), (10, 0b111)]


@pytest.mark.parametrize(
    ("call", "result", "wall"),
    [
        ("FindFirstFileW", 7, Wall.FILES),
        ("CreateFileW", 7, Wall.FILES),
        ("connect", 0, Wall.NETWORK),
        ("CreateProcessW", 1, Wall.PROCESSES),
        ("VirtualAlloc", 4096, Wall.MEMORY),
    ],
)
def test_what_a_child_gets_through_is_the_wall_that_does_not_stand(
    call: str, result: int, wall: Wall
) -> None:
    system = FakeWindows(results={**HELD, call: result}, errors=dict(DENIED))
    assert windows.open_walls(system.api(), 1 << 20) == {wall}


@pytest.mark.parametrize(
    ("call", "error", "wall"),
    [
        ("CreateFileW", SHARING_VIOLATION, Wall.FILES),
        ("FindFirstFileW", 2, Wall.FILES),
        ("CreateProcessW", 2, Wall.PROCESSES),
    ],
)
def test_a_failure_for_another_reason_proves_no_wall(call: str, error: int, wall: Wall) -> None:
    system = FakeWindows(results=dict(HELD), errors={**DENIED, call: error})
    assert windows.open_walls(system.api(), 1 << 20) == {wall}


def test_a_connection_that_nobody_took_proves_no_wall() -> None:
    system = FakeWindows(results={**HELD, "WSAGetLastError": REFUSED}, errors=dict(DENIED))
    assert windows.open_walls(system.api(), 1 << 20) == {Wall.NETWORK}


def test_a_process_that_starts_is_ended_before_it_runs() -> None:
    system = FakeWindows(results={**HELD, "CreateProcessW": 1}, errors=dict(DENIED))
    windows.open_walls(system.api(), 1 << 20)
    ((*_, flags, _, _, _, _),) = system.given("CreateProcessW")
    assert flags & 0x4
    assert system.names().count("TerminateProcess") == 1


def test_elsewhere_there_is_no_windows_to_ask() -> None:
    with pytest.raises(SandboxMissingError):
        windows.start(COMMAND, {})
