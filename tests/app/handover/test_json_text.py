import json

import pytest

from app.handover.json_text import JsonList, json_text

ENTRY = {"name": '한글 "quoted"\nsecond line', "none": None, "of": [{"deep": [1, 2.5, True]}, []]}


@pytest.mark.parametrize("entries", [[], [ENTRY], [ENTRY, {}, [ENTRY]]])
def test_the_text_is_the_one_of_the_standard_library(entries: list[object]) -> None:
    whole = {"format": "x", "context": {"a": {"b": "c"}}, "entries": entries, "others": []}
    facts = {"format": "x", "context": {"a": {"b": "c"}}}
    text = json_text(facts, {"entries": JsonList(entries), "others": JsonList()})
    assert text.decode() == json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
