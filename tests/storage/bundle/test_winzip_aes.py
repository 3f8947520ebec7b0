import unicodedata

import pytest

from storage.bundle.winzip_aes import MemberCipher

SALT = bytes(range(16))


def test_the_cipher_gives_the_bytes_of_the_format() -> None:
    cipher = MemberCipher("abandon ability able", SALT)
    assert cipher.check.hex() == "2cb0"
    data = bytearray(b"Geoul\n")
    cipher.encrypt(data)
    assert data.hex() == "45bb70526145"
    assert cipher.seal().hex() == "99f84eab341c9697e3e3"


@pytest.mark.parametrize("step", [1, 16, 1000, 1 << 20, 3 << 20])
def test_the_size_of_the_steps_makes_no_difference(step: int) -> None:
    plain = bytes(range(251)) * (1 if step < 1000 else 10_000)
    whole, parts = MemberCipher("x", SALT), MemberCipher("x", SALT)
    data = bytearray(plain)
    whole.encrypt(data)
    assert data != plain
    for at in range(0, len(data), step):
        parts.decrypt(memoryview(data)[at : at + step])
    assert data == plain
    assert parts.seal() == whole.seal()


def test_every_member_has_a_salt_of_its_own() -> None:
    assert MemberCipher.new("x").salt != MemberCipher.new("x").salt


def test_the_same_passphrase_typed_on_another_system_is_the_same() -> None:
    one, other = (
        MemberCipher(unicodedata.normalize(form, "거울"), SALT) for form in ("NFC", "NFD")
    )
    assert one.check == other.check
