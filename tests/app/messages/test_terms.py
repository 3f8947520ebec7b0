"""One term for one thing, as docs/i18n.md has it."""

import re

from app.messages import ko

TEXTS = {**ko.TEXTS, **ko.ERRORS, **ko.REASONS}

OTHER_TERMS = re.compile(
    r"견주|견줄|대조하|까닭|단추|낱말|실마리|모델 묶음|닮은 남|망가|견본|요청문|편지|넘겨주"
    r"|(?<!다음 )(?<!이전 )항목|해시(?!값)|(?<!대화)방 (?:이름|번호|종류|링크)|선택 사항"
)
PARTICLE = re.compile(r"(?<!person)\}[\"']?(?:은|는|이|가|을|를|과|와|으로|로|아|야)(?![가-힣])")
"""{person} always ends in a vowel: test_persons."""
EITHER = re.compile(r"\((?:으|이)\)|[을은이]\([를는가]\)")


def saying(pattern: re.Pattern[str]) -> list[str]:
    return [key for key, text in TEXTS.items() if pattern.search(text)]


def test_korean_has_one_term_for_one_thing() -> None:
    assert saying(OTHER_TERMS) == []


def test_no_particle_depends_on_a_value() -> None:
    assert saying(PARTICLE) == []
    assert saying(EITHER) == []
