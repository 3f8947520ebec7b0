"""The words about the face of somebody else: the client, the child, the person shown."""

import re

import pytest

from app.enrol.attestation import Attestation
from app.messages import LANGUAGES, Words
from app.messages.words import OTHERS

FIRST_PERSON = {
    "en": re.compile(
        r"\b(me|my|mine|your photos?|your face|like you|are you|is you)\b", re.IGNORECASE
    ),
    "ko": re.compile(r"(?<![가-힣])(나|내가|내|나를|나와)(?![가-힣])|(?<![가-힣])나입니다|본인"),
}


def texts(language: str) -> dict[str, str]:
    return dict(Words(language)._texts)


def test_whose_face_it_can_be_is_what_is_attested() -> None:
    assert {str(each) for each in Attestation} - {"self"} == OTHERS


@pytest.mark.parametrize(
    ("whose", "said"),
    [
        ("self", "This is &me (1)"),
        ("", "This is &me (1)"),
        ("consent", "&This is the person (1)"),
        ("guardian", "&This is the child (1)"),
        ("counsellor", "&This is the client (1)"),
    ],
)
def test_nobody_says_that_the_face_of_another_is_theirs(whose: str, said: str) -> None:
    assert Words("en").about(whose).say("review.confirm") == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_another_person_is_in_no_first_person(language: str) -> None:
    others = {key: text for key, text in texts(language).items() if key.endswith(".of_other")}
    assert others
    letters = "takedown."  # whoever writes one says how to be reached
    said = {k: t.replace("--me", "") for k, t in others.items() if not k.startswith(letters)}
    assert {k: t for k, t in said.items() if FIRST_PERSON[language].search(t)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_such_text_stands_for_one_of_the_reader(language: str) -> None:
    known = texts(language)
    assert {k for k in known if k.endswith(".of_other")} <= {f"{k}.of_other" for k in known}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_speaks_of_the_reader_in_the_review_can_speak_of_another(language: str) -> None:
    known = texts(language)
    own = {
        key
        for key, text in known.items()
        if key.startswith(("review.", "outcome.", "photos.", "photo."))
        and not key.endswith(".of_other")
        and FIRST_PERSON[language].search(text)
    }
    assert {key for key in own if f"{key}.of_other" not in known} <= NEUTRAL


NEUTRAL = {"photos.confirmed", "outcome.swaps", "outcome.rejected", "photo.locked"}
"""본인 is whoever the face belongs to; a file of one's own is no face."""


def test_the_particles_behind_a_korean_person_fit_all_three() -> None:
    persons = [Words("ko").say(f"person.{each}") for each in sorted(OTHERS)]
    assert all((ord(person[-1]) - 0xAC00) % 28 == 0 for person in persons)


def test_a_name_still_cannot_forge_a_line() -> None:
    said = Words("en").about("guardian").say("enrol.picture", name="a\nb")
    assert said == "The face of the child in a\\nb"
