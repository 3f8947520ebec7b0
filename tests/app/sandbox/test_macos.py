"""The walls on macOS against a fake of its C library."""

import ctypes
import errno
import os
import sys
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no limits of this kind", allow_module_level=True)

import resource

from app.sandbox import macos
from app.sandbox.posix_probes import PosixProbes
from app.sandbox.python_hook import refuse_system
from app.sandbox.walls import Wall


class FakeLibrary:
    """A C library that notes its calls; behind the sandbox it refuses everything.

    Args:
        allowed: Calls that succeed all the same.
        error: The error of the others.
    """

    def __init__(self, allowed: dict[str, int] | None = None, error: int = errno.EPERM) -> None:
        self.allowed = allowed or {}
        self.error = error
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Any:
        """Return the function of that name, always the same."""
        if name.startswith("__"):
            raise AttributeError(name)

        def function(*given: Any) -> int:
            self.calls.append((name, given))
            if name in self.allowed:
                return self.allowed[name]
            ctypes.set_errno(self.error)
            if name == "posix_spawn":
                return self.error
            return 0 if name == "opendir" else -1

        setattr(self, name, function)
        return function

    def names(self) -> list[str]:
        """Return the names of the functions in the order of their calls."""
        return [name for name, _ in self.calls]


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What would be done to this process, which has to go on."""
    noted: list[tuple[object, ...]] = []
    monkeypatch.setattr(os, "closerange", lambda *given: noted.append(("close", *given)))
    monkeypatch.setattr(resource, "setrlimit", lambda *given: noted.append(("limit", *given)))
    monkeypatch.setattr(sys, "addaudithook", lambda hook: noted.append(("hook", hook)))
    return noted


def test_the_sandbox_denies_everything_and_then_the_child_tries_to_get_out(
    done: list[tuple[object, ...]],
) -> None:
    library = FakeLibrary({"sandbox_init": 0})
    assert macos.close((8, 5), library, PosixProbes(library)) == frozenset()
    (profile, flags, _error) = library.calls[0][1]
    assert (library.names()[0], profile, flags.value) == ("sandbox_init", macos.PROFILE, 0)
    assert macos.PROFILE.startswith(b"(version 1)(deny default)")
    assert {"opendir", "socket", "posix_spawn"} <= set(library.names()[1:])
    assert done == [
        ("close", 3, 5),
        ("close", 6, 8),
        ("close", 9, 4096),
        ("limit", resource.RLIMIT_CORE, (0, 0)),
        ("limit", resource.RLIMIT_FSIZE, (0, 0)),
        ("hook", refuse_system),
    ]


def test_where_the_sandbox_cannot_be_entered_the_walls_are_missing(
    done: list[tuple[object, ...]],
) -> None:
    through = {"opendir": 9, "open": 9, "socket": 9, "connect": 0, "posix_spawn": 0, "waitpid": 0}
    library = FakeLibrary({"sandbox_init": -1, "close": 0, "sandbox_free_error": 0, **through})
    missing = macos.close((8, 5), library, PosixProbes(library))
    assert missing == {Wall.FILES, Wall.NETWORK, Wall.PROCESSES}
    assert "sandbox_free_error" in library.names()
    assert ("hook", refuse_system) in done


@pytest.mark.parametrize(
    ("allowed", "wall"),
    [
        ({"opendir": 9}, Wall.FILES),
        ({"socket": 9, "connect": 0, "close": 0}, Wall.NETWORK),
        ({"posix_spawn": 0, "waitpid": 0}, Wall.PROCESSES),
    ],
)
def test_what_a_child_gets_through_is_the_wall_that_does_not_stand(
    allowed: dict[str, int], wall: Wall
) -> None:
    assert PosixProbes(FakeLibrary(allowed)).open_walls() == {wall}


@pytest.mark.parametrize("error", [errno.ENOENT, errno.ECONNREFUSED, errno.EMFILE])
def test_a_failure_for_another_reason_proves_no_wall(error: int) -> None:
    walls = PosixProbes(FakeLibrary(error=error)).open_walls()
    assert walls == {Wall.FILES, Wall.NETWORK, Wall.PROCESSES}


def test_a_socket_that_is_had_and_leads_nowhere_is_a_wall() -> None:
    library = FakeLibrary({"socket": 9, "close": 0})
    assert PosixProbes(library).open_walls() == frozenset()
    assert library.names().count("close") == library.names().count("socket") == 2


def test_without_any_sandbox_this_very_process_gets_out() -> None:
    missing = PosixProbes().open_walls()
    assert {Wall.FILES, Wall.PROCESSES} <= missing
