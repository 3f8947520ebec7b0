from dataclasses import replace
from typing import Any

from storage.case import Case
from tests.support.case_samples import hashes_of, source_of

FILE = source_of("a.jpg")


def again(case: Case, **said: Any) -> bool:
    """True when the same file, of which this is said, is another source."""
    before = len(case.item(1).sources) if case.items() else 0
    case.add_content(hashes_of(b""), 0, replace(FILE, **said))
    return len(case.item(1).sources) > before


def test_what_is_said_later_about_a_known_source_is_kept(case: Case) -> None:
    first = replace(FILE, acquired_at_utc="2026-01-01T00:00:00.000+00:00", url="u")
    case.add_content(hashes_of(b""), 0, first)
    later = "2026-02-02T00:00:00.000+00:00"
    assert not again(case, note="told by a friend", role="self", acquired_at_utc=later)
    detail = case.item(1)
    assert detail.sources == (replace(first, note="told by a friend"),)
    said = [(each.field, each.value, each.role, each.at_utc) for each in detail.statements]
    assert said == [("note", "told by a friend", "self", later)]


def test_who_took_a_content_in_first_stays_whoever_adds_it_again(case: Case) -> None:
    first = replace(FILE, role="self", url="u")
    case.add_content(hashes_of(b""), 0, first)
    assert not again(case, role="counsellor", url="u")
    assert case.item(1).sources == (first,)
    assert case.item(1).statements == ()


def test_a_role_that_was_not_said_is_not_said_later_either(case: Case) -> None:
    case.add_content(hashes_of(b""), 0, FILE)
    assert not again(case, role="counsellor")
    assert case.item(1).sources == (FILE,)


def test_an_export_that_says_again_what_was_corrected_since_changes_nothing(case: Case) -> None:
    case.add_content(hashes_of(b""), 0, replace(FILE, platform="x"))
    case.provenance.change(1, {"platform": "y"})
    assert not again(case, platform="x")
    assert case.item(1).sources[0].platform == "y"
    assert case.source_lookup().knows(FILE.path, 0, FILE.mtime_ns, {"platform": "x"})
    assert case.source_lookup().knows(FILE.path, 0, FILE.mtime_ns, {"platform": "y"})
    assert not case.source_lookup().knows(FILE.path, 0, FILE.mtime_ns, {"platform": "z"})


def test_what_contradicts_a_known_source_is_another_one(case: Case) -> None:
    assert again(case, note="one", platform="x")
    assert again(case, note="two")
    assert not again(case, note="two", platform="y")
    said = [(source.note, source.platform) for source in case.item(1).sources]
    assert said == [("one", "x"), ("two", "y")]


def test_saying_the_same_or_less_again_changes_nothing(case: Case) -> None:
    assert again(case, note="one")
    before = case.item(1).sources
    assert not again(case, note="one")
    assert not again(case)
    assert case.item(1).sources == before
