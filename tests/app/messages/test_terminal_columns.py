from app.messages.terminal_columns import columns, padded


def test_hangul_takes_two_columns() -> None:
    assert columns("거울 ab") == 7


def test_padding_keeps_columns_straight() -> None:
    assert columns(padded("거울", 10)) == columns(padded("ab", 10)) == 10
