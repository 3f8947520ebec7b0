"""Open the case that a command works on."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cases.contradiction import contradiction_error
from app.cases.unlocking import open_typed, open_typed_code
from app.cli.passphrase_prompt import ask_passphrase, passphrase_from_file
from app.cli.terminal import Terminal
from app.intake import as_on_disk
from storage.case import Case
from storage.errors import WrongPassphraseError

if TYPE_CHECKING:
    from app.program import Services

TRIES = 3
"""How often a passphrase may be typed; from a file it is read once."""


def open_case(options: Namespace, terminal: Terminal, services: "Services") -> Case:
    """Open the case with a passphrase or a recovery code, as the options say.

    A case that contradicts its own custody log is opened all the same, and that is said at once.
    """
    case = _open(options, terminal, services)
    if (error := contradiction_error(case.contradictions())) is not None:
        terminal.err.write(terminal.words.error(error) + "\n")
    return case


def _open(options: Namespace, terminal: Terminal, services: "Services") -> Case:
    path = as_on_disk(Path(options.case))
    cost = services.kdf_cost
    if options.recovery_code_file:
        code = passphrase_from_file(terminal, options.recovery_code_file)
        return open_typed_code(path, code, cost=cost)
    if options.passphrase_file:
        return open_typed(path, ask_passphrase(terminal, options.passphrase_file), cost=cost)
    return _ask_and_open(path, terminal, services)


def _ask_and_open(path: Path, terminal: Terminal, services: "Services") -> Case:
    for _ in range(TRIES - 1):
        try:
            return open_typed(path, ask_passphrase(terminal, None), cost=services.kdf_cost)
        except WrongPassphraseError as error:
            terminal.error(error)
    return open_typed(path, ask_passphrase(terminal, None), cost=services.kdf_cost)
