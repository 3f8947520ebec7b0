import pytest

from app.cases.errors import ItemNumbersError
from app.cases.item_numbers import format_item_numbers, parse_item_numbers


def test_numbers_are_typed_as_people_do() -> None:
    assert parse_item_numbers("3, 1,5-7,6") == [1, 3, 5, 6, 7]
    assert parse_item_numbers(" 3 1 , 5\t") == [1, 3, 5]
    assert parse_item_numbers("3,,5,") == [3, 5]


@pytest.mark.parametrize("text", ["", ",", "a", "5-3", "-3", "1-99999999999", "1, x", "²"])
def test_anything_else_is_refused_as_a_whole(text: str) -> None:
    with pytest.raises(ItemNumbersError):
        parse_item_numbers(text)


@pytest.mark.parametrize("text", ["3", "1, 2", "1, 2, 5-7, 9", "1-9000"])
def test_what_is_written_is_read_again(text: str) -> None:
    assert format_item_numbers(parse_item_numbers(text)) == text
