import unicodedata

import pytest

from storage.errors import EmptyPassphraseError
from storage.keys import FULL_COST, KdfCost, derive_key, wipe
from tests.support.case_samples import CHEAP

SALT = bytes(range(16))


def test_the_key_of_a_known_passphrase_never_changes() -> None:
    assert KdfCost(memory_kib=262144, passes=3, lanes=4) == FULL_COST
    key = derive_key("거울아 거울아", SALT)
    assert key.hex() == "e06e6031f45cc413474de28bb1fb1383b91938d36bf81052212f6de72a4524bf"


def test_both_ways_of_writing_hangul_give_one_key() -> None:
    decomposed = unicodedata.normalize("NFD", "거울")
    assert decomposed != "거울"
    assert derive_key(decomposed, SALT, CHEAP) == derive_key("거울", SALT, CHEAP)


def test_spaces_around_a_passphrase_belong_to_it() -> None:
    assert derive_key(" a", SALT, CHEAP) != derive_key("a", SALT, CHEAP)


@pytest.mark.parametrize("passphrase", ["", " ", "\n", "　"])
def test_an_empty_passphrase_is_refused(passphrase: str) -> None:
    with pytest.raises(EmptyPassphraseError):
        derive_key(passphrase, SALT, CHEAP)


def test_a_passphrase_that_is_not_unicode_still_gives_a_key() -> None:
    assert len(derive_key("\udcff", SALT, CHEAP)) == 32


def test_another_salt_or_cost_gives_another_key() -> None:
    keys = {
        bytes(derive_key("a", SALT, CHEAP)),
        bytes(derive_key("a", SALT[::-1], CHEAP)),
        bytes(derive_key("a", SALT, KdfCost(64, 1, 1))),
    }
    assert len(keys) == 3


def test_a_wiped_key_is_zero() -> None:
    key = bytearray(b"secret")
    wipe(key)
    assert key == bytes(6)
