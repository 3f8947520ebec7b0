"""A case opens for whoever typed the right keys."""

from pathlib import Path

import pytest

from app.cases.keyboard import other_layout
from app.cases.unlocking import open_typed, open_typed_code
from storage.case import Case
from storage.errors import WrongPassphraseError
from tests.support.case_samples import CHEAP

KOREAN, ENGLISH = "거울 단풍 바다", "maple ripple harbor"


@pytest.mark.parametrize("passphrase", [KOREAN, ENGLISH])
@pytest.mark.parametrize("twin", [False, True])
def test_the_keyboard_may_be_set_to_either_language(
    path: Path, passphrase: str, *, twin: bool
) -> None:
    Case.create(path, passphrase, cost=CHEAP)[0].close()
    open_typed(path, other_layout(passphrase) if twin else passphrase, cost=CHEAP).close()


@pytest.mark.parametrize("typed", ["wrong", "1234"])
def test_a_wrong_passphrase_stays_wrong(path: Path, typed: str) -> None:
    Case.create(path, ENGLISH, cost=CHEAP)[0].close()
    with pytest.raises(WrongPassphraseError):
        open_typed(path, typed, cost=CHEAP)


def test_a_recovery_code_may_be_typed_as_hangul(path: Path) -> None:
    case, code = Case.create(path, ENGLISH, cost=CHEAP)
    case.close()
    open_typed_code(path, other_layout(code.lower()), cost=CHEAP).close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case"
