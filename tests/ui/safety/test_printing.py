import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.safety import printing

LINES = ["Keep this safe.", "", "안전한 곳에", "AAAA-BBBB"]


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fake print system; the file that receives what was printed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    taken = tmp_path / "taken"
    _services(folder / "lpstat", "printf 'Office\\nHome printer\\n'")
    _services(folder / "lp", f'echo "$@" > "{taken}.called"; cat > "{taken}"')
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return taken


def _services(path: Path, does: str) -> None:
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o755)


def test_lists_the_printers(printer: Path) -> None:
    assert printing.printers() == ["Office", "Home printer"]


def test_there_are_none_where_the_system_has_no_printing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert printing.printers() == []


def test_hands_one_page_to_the_queue_without_a_file(qtbot: QtBot, printer: Path) -> None:
    printing.draw(LINES, "Home printer")()
    page = printer.read_bytes()
    assert page.startswith(b"%PDF-")
    assert page.count(b"/Type /Page\n") == 1
    called = printer.with_suffix(".called").read_text()
    assert called == "-s -d Home printer -t document -\n"


def test_the_page_says_nothing_of_the_program_in_its_title(qtbot: QtBot) -> None:
    assert b"geoul" not in printing.page_as_pdf(LINES).lower()


def test_a_queue_that_refuses_is_an_error(qtbot: QtBot, printer: Path, tmp_path: Path) -> None:
    _services(tmp_path / "bin" / "lp", "exit 1")
    with pytest.raises(printing.PrintingError):
        printing.draw(LINES, "Office")()
