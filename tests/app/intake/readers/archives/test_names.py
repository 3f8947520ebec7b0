from app.intake.readers.archives.names import member_names, password_forms


def kept(raw: bytes) -> str:
    """As 7-Zip gives a name that is not UTF-8."""
    return "".join(chr(byte if byte < 0x80 else 0xEF00 + byte) for byte in raw)


def test_a_name_in_a_korean_code_page_is_read() -> None:
    names = ["언니 모음.jpg", "똠방각하.jpg", "a/거울.png"]
    assert member_names([kept(each.encode("cp949")) for each in names]) == names


def test_a_name_of_dos_stays_one() -> None:
    for name in ("über.jpg", "Mélange à trois.jpg", "años.jpg"):
        assert member_names([kept(name.encode("cp437"))]) == [name]


def test_letters_apart_are_put_together_and_pairs_are_one_letter() -> None:
    apart = "\u1100\u1165\u110b\u116e\u11af.jpg"
    assert member_names([apart, "\ud83d\ude00.jpg", "a\uf05cb"]) == ["거울.jpg", "😀.jpg", "a\\b"]


def test_a_member_without_a_name_gets_its_number() -> None:
    assert member_names(["a", None, ""]) == ["a", "1", "2"]


def test_a_password_is_tried_as_a_korean_windows_writes_it() -> None:
    assert list(password_forms("secret")) == ["secret"]
    assert list(password_forms("비밀")) == ["비밀", kept("비밀".encode("cp949"))]
    assert list(password_forms("😀")) == ["😀"]
