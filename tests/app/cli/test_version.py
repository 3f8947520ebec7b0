"""`geoul --version`, short and with the libraries behind it."""

from importlib.metadata import version

import pytest

from app.cli.run import run
from app.cli.versions import versions


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"geoul {version('geoul')}\n"


def test_with_verbose_every_library_is_named_with_a_number(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["--version", "--verbose"]) == 0
    lines = capsys.readouterr().out.splitlines()[1:]
    assert [line for line in lines if not any(map(str.isdigit, line))] == []
    assert len(lines) == len(versions())


def test_the_openssl_of_the_case_is_named() -> None:
    assert "OpenSSL 3" in versions()["SQLCipher's OpenSSL"]


def test_anything_else_behind_it_is_not_understood(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version", "nonsense"]) == 2
    assert "nonsense" in capsys.readouterr().err
