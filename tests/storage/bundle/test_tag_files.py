import pytest

from storage.bundle.tag_files import decoded_name, encoded_name, manifest_text, parse_manifest


def test_cr_lf_and_the_sign_that_encodes_them_are_encoded() -> None:
    assert encoded_name("data/a\r\nb%0A.txt") == "data/a%0D%0Ab%250A.txt"
    assert decoded_name("data/a%0D%0ab%250A.txt") == "data/a\r\nb%0A.txt"


def test_what_is_written_is_read() -> None:
    hashes = {"data/a": "00ff", "data/b  c\n%": "ab"}
    assert parse_manifest(manifest_text(hashes)) == hashes
    assert parse_manifest("") == {}


@pytest.mark.parametrize(
    "text", ["00 a\n", "x  a\n", "00  a\n00  a\n", "00  \n", "00  a\n\n", "\n"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_manifest(text)
