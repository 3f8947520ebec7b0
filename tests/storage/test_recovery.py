import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import RecoveryCodeError
from storage.recovery import SYMBOLS, key_of, recovery_code

KEY = bytearray.fromhex("e06e6031f45cc413474de28bb1fb1383b91938d36bf81052212f6de72a4524bf")
CODE = "W1Q6-0CFM-BK21-6HTD-WA5V-3YRK-GEWH-JE6K-DFW1-0MH1-5XPY-EAJ5-4JZH-XA1F"


def test_the_code_of_a_known_key_never_changes() -> None:
    assert recovery_code(KEY) == CODE
    assert key_of(CODE) == KEY


@given(st.binary(min_size=32, max_size=32))
def test_every_key_comes_back(key: bytes) -> None:
    assert key_of(recovery_code(bytearray(key))) == key


def test_case_spaces_and_hyphens_do_not_matter() -> None:
    assert key_of(CODE.lower().replace("-", " ") + "\n") == KEY
    assert key_of(CODE.replace("-", "")) == KEY
    assert key_of(CODE.replace("-", "–")) == KEY  # noqa: RUF001 - as a word processor writes it


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    code = recovery_code(bytearray(32))
    assert code.startswith("0000-0000")
    assert key_of(code.replace("0000", "oO00", 1)) == bytes(32)
    ones = recovery_code(bytearray.fromhex("0842108421" + "00" * 27))
    assert ones.startswith("1111-1111")
    assert key_of(ones.replace("1111-1111", "IiLl-1111", 1)) == key_of(ones)


def test_any_one_wrong_symbol_is_noticed() -> None:
    for place, symbol in enumerate(CODE):
        for other in SYMBOLS:
            if symbol not in ("-", other):
                with pytest.raises(RecoveryCodeError):
                    key_of(CODE[:place] + other + CODE[place + 1 :])


def test_two_swapped_groups_are_noticed() -> None:
    groups = CODE.split("-")
    groups[2], groups[3] = groups[3], groups[2]
    with pytest.raises(RecoveryCodeError):
        key_of("-".join(groups))


@pytest.mark.parametrize("code", ["", "abc", CODE[:-1], CODE + "0", CODE[:-1] + "U", "거" * 56])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(RecoveryCodeError):
        key_of(code)
