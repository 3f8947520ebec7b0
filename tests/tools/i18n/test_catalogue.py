import pytest

from tools.i18n.catalogue import Catalogue, problems
from tools.i18n.said import read, said
from tools.i18n.translations import digests, kept

ENGLISH = {"page.title": "Title", "page.count": "{count} things"}
KOREAN = {"page.title": "제목", "page.count": "{count}개"}
CODE = read([("page.py", 'self.say("page.title"); self.say("page.count", count=3)')])


def wrong(
    english: dict[str, str] = ENGLISH,
    korean: dict[str, str] = KOREAN,
    translated_from: dict[str, str] | None = None,
    twice: tuple[str, ...] = (),
) -> list[str]:
    origin = digests(english) if translated_from is None else translated_from
    return problems(Catalogue(english, korean, twice), CODE, origin)


def test_the_catalogue_of_the_program_is_in_order() -> None:
    assert problems(Catalogue.load(), said(), kept()) == []


def test_a_catalogue_in_order_has_no_problems() -> None:
    assert wrong() == []


def test_a_text_without_korean_is_a_problem() -> None:
    assert wrong(korean={"page.count": "{count}개"}) == ["page.title: there is no Korean"]


def test_a_text_without_english_is_a_problem() -> None:
    assert wrong(korean={**KOREAN, "page.more": "더"}) == ["page.more: there is no English"]


def test_placeholders_that_differ_are_a_problem() -> None:
    (problem,) = wrong(korean={**KOREAN, "page.count": "{number}개"})
    assert problem.startswith("page.count: the placeholders differ")


def test_a_text_that_no_code_says_is_a_problem() -> None:
    more = {"page.more": "more"}
    assert wrong(ENGLISH | more, KOREAN | more) == ["page.more: no code says it"]


def test_a_key_that_is_not_in_the_catalogue_is_a_problem() -> None:
    asked = read([("page.py", 'say("page.title"), say("page.count"); self.say("page.lost")')])
    catalogue = Catalogue(ENGLISH, KOREAN)
    assert problems(catalogue, asked, digests(ENGLISH)) == [
        "page.lost: page.py says it, but it is not in the catalogue"
    ]


def test_english_that_changed_after_its_translation_is_a_problem() -> None:
    origin = digests({**ENGLISH, "page.title": "Another title"})
    assert wrong(translated_from=origin) == [
        "page.title: its English changed after it was translated"
    ]


def test_a_translation_that_nobody_accepted_is_a_problem() -> None:
    origin = digests({"page.title": "Title"})
    assert wrong(translated_from=origin) == ["page.count: nobody has accepted its Korean yet"]


def test_an_accepted_translation_of_a_text_that_is_gone_is_a_problem() -> None:
    origin = digests({**ENGLISH, "page.old": "Old"})
    (problem,) = wrong(translated_from=origin)
    assert problem.startswith("page.old: it is gone")


def test_a_key_that_is_written_down_twice_is_a_problem() -> None:
    assert wrong(twice=("page.title",)) == ["page.title: it is written down twice"]


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ('say("page.title")', "page.title"),
        ('key = "page.title" if done else "page.count"', "page.count"),
        ('say(f"state.{state}")', "state.done"),
        ('say(f"{self.name}.title")', "page.title"),
    ],
)
def test_a_key_is_found_however_the_code_says_it(code: str, key: str) -> None:
    assert read([("page.py", code)]).says(key)


def test_an_expression_for_any_key_at_all_says_nothing() -> None:
    assert not read([("page.py", 'say(f"{page}.{line}")')]).says("page.title")
