import pytest

from storage.bundle.manifest import decoded, encoded, manifest, parse


def test_cr_lf_and_the_sign_that_encodes_them_are_encoded() -> None:
    assert encoded("data/a\r\nb%0A.txt") == "data/a%0D%0Ab%250A.txt"
    assert decoded("data/a%0D%0ab%250A.txt") == "data/a\r\nb%0A.txt"


def test_what_is_written_is_read() -> None:
    hashes = {"data/a": "00ff", "data/b  c\n%": "ab"}
    assert parse(manifest(hashes)) == hashes
    assert parse("") == {}


@pytest.mark.parametrize(
    "text", ["00 a\n", "x  a\n", "00  a\n00  a\n", "00  \n", "00  a\n\n", "\n"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse(text)
