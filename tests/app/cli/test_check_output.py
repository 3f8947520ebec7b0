from dataclasses import replace
from io import StringIO

import pytest

from app.check.check import Answer, Hit, Unchecked
from app.cli.check_output import record, say_answer
from app.cli.terminal import Terminal
from app.enrol.photo_feedback import Feedback, OwnPhoto
from app.messages import Words
from storage.types import Verdict

NOTHING = Answer(
    pack="open",
    pipeline="p",
    items=10,
    faces=20,
    tracks=15,
    photos=(OwnPhoto("me.jpg", (Feedback.GOOD,)),),
    differ=None,
    confirmed=0,
    left_out=0,
    rejected=0,
    calibrated=True,
    cohort=("case", 15),
    expected_strong=0.004,
    expected_some=0.15,
    hits=(),
    unchecked=(),
)
STRONG = Hit(3, 7, "a.mp4", "00", "strong", 0.9, 9.0, 65_000, (60_000, 71_500), None, "strong")
SOME = Hit(4, 9, "b.jpg", "01", "some", 0.8, 5.0, 0, (0, 0), Verdict.UNSURE, "some")


def said(answer: Answer, language: str = "en") -> str:
    out = StringIO()
    say_answer(answer, "my-case", Terminal(Words(language), out=out, err=StringIO()))
    return out.getvalue()


def test_nothing_found_does_not_mean_not_there() -> None:
    text = said(NOTHING)
    assert "No similar face was found. This does not mean that you are not in it." in text
    assert "Could not be checked: none" in text


def test_korean_says_it_in_the_words_of_the_field() -> None:
    assert "비슷한 얼굴을 찾지 못했습니다. 없다는 뜻은 아닙니다." in said(NOTHING, "ko")
    korean = said(replace(NOTHING, hits=(STRONG,)), "ko")
    assert "비슷한 얼굴이 있습니다 (확인 필요)" in korean


def test_bands_are_told_apart_and_times_are_given() -> None:
    text = said(replace(NOTHING, hits=(STRONG, SOME)))
    assert "Strong resemblance (please look and decide yourself): 1" in text
    assert "item 3, face 7: a.mp4, at 1:05 (seen 1:00 to 1:12)" in text
    assert "Came up again, and already decided: 1\n  item 4, face 9: b.jpg\n" in text
    assert "    you were not sure\n    This time: some resemblance" in text
    assert "No similar face" not in text


def test_what_only_confirmed_faces_brought_up_is_said_and_counted() -> None:
    text = said(replace(NOTHING, hits=(replace(STRONG, by_photos=None), SOME)))
    assert "item 3, face 7" in text.split("found with faces that you confirmed")[0]
    assert "and not by your photos alone: 1" in text


def test_in_a_first_check_nothing_is_called_new() -> None:
    assert "New" not in said(replace(NOTHING, hits=(STRONG,)))
    later = said(replace(NOTHING, hits=(STRONG,), earlier_checks=2))
    assert "New: strong resemblance (please look and decide yourself): 1" in later


def test_when_nothing_is_new_that_is_said_first() -> None:
    text = said(replace(NOTHING, hits=(SOME,), earlier_checks=1))
    assert text.index("Nothing new came up") < text.index("already decided: 1")
    assert "nowhere else" in text


def test_the_number_of_lookalikes_is_said() -> None:
    text = said(NOTHING)
    assert 'a stranger under "strong" about once in 250 checks' in text
    assert 'under "some" about once in 7 checks' in text


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (0.0, "less than once in 1000 checks"),
        (0.0034, "about once in 290 checks"),
        (0.6, "about once in 2 checks"),
        (0.7, "about once in each check"),
        (3.14, "about 3.1 times in each check"),
    ],
)
def test_how_often_strangers_come_up_is_said_in_plain_words(expected: float, words: str) -> None:
    assert f'under "some" {words}' in said(replace(NOTHING, expected_some=expected))


def test_with_a_check_copy_the_next_step_is_to_show_the_numbers() -> None:
    text = said(replace(NOTHING, hits=(STRONG,), is_copy=True))
    assert "whoever gave you this copy" in text
    assert "geoul show" not in text


def test_no_figure_that_looks_like_a_likelihood_is_shown() -> None:
    text = said(replace(NOTHING, hits=(STRONG, SOME)))
    assert "0.9" not in text
    assert "9.0" not in text


def test_what_could_not_be_checked_is_listed_whole_or_in_part() -> None:
    unchecked = (Unchecked(5, "c.mp4", "truncated", True), Unchecked(6, None, "gone", False))
    text = said(replace(NOTHING, unchecked=unchecked))
    assert "Could not be checked: 1 · Looked at in part: 1" in text
    assert "item 5: c.mp4: looked at in part: it breaks off" in text
    assert "item 6: -: it is no longer where it was" in text


def test_an_unmeasured_pack_is_said() -> None:
    assert "never measured" in said(replace(NOTHING, calibrated=False))


@pytest.mark.parametrize("answer", [NOTHING, replace(NOTHING, hits=(STRONG,))])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_outcome_ends_with_next_steps_and_who_helps(answer: Answer, language: str) -> None:
    text = said(answer, language)
    assert Words(language).say("next.heading") in text
    assert all(line in text for line in ("02-735-8994", "1366", "117", "112", "StopNCII.org"))


def test_the_record_keeps_the_order_of_the_hits() -> None:
    results = record(replace(NOTHING, hits=(STRONG, SOME)))["results"]
    assert isinstance(results, list)
    assert [(each["item"], each["decision"]) for each in results] == [(3, None), (4, "unsure")]
