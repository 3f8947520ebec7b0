import pytest

from tools import system_libraries


def test_a_library_that_is_not_there_is_named_by_its_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(system_libraries, "present", lambda library: library != "libGL.so.1")
    assert "libgl1" in system_libraries.missing_packages()
    assert "libdbus-1-3" not in system_libraries.missing_packages()


def test_a_missing_hangul_font_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "hangul_can_be_drawn", lambda: False)
    assert "fonts-noto-cjk" in system_libraries.missing_for_window()


def test_without_fontconfig_no_hangul_can_be_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_name: str) -> None:
        raise OSError

    monkeypatch.setattr("ctypes.CDLL", nothing)
    assert not system_libraries.hangul_can_be_drawn()


def test_the_x_server_is_wanted_for_tests_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda _services: None)
    monkeypatch.setattr("sys.argv", ["system_libraries.py", "--window"])
    assert system_libraries.main() == 1  # the compiler is missing as well
    assert "xvfb" not in capsys.readouterr().out
    monkeypatch.setattr("sys.argv", ["system_libraries.py", "--tests"])
    assert system_libraries.main() == 1
    assert "xvfb" in capsys.readouterr().out
