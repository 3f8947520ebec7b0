"""A few seconds of fuzzing, the same on every run; `make fuzz` goes on for as long as it is let."""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tools.fuzz import bundles, cases, reading, records, through_child
from tools.fuzz.guard import FoundError, guarded
from tools.fuzz.seeds import seeds

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fence is for POSIX")
SLOW = ("Pdf", "SevenZip, locked")
"""They start a child, or make a key of a password: here only their honest samples are read."""

a_few = settings(
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.parametrize("name", seeds())
def test_an_honest_export_is_told_of_whole(tmp_path: Path, name: str) -> None:
    reading.check(reading.Sample(name, ()), tmp_path)


@a_few
@given(reading.samples(tuple(name for name in reading.NAMES if not name.startswith(SLOW))))
def test_readers_survive_changed_exports(
    tmp_path_factory: pytest.TempPathFactory, sample: reading.Sample
) -> None:
    reading.check(sample, tmp_path_factory.mktemp("fuzz"))


@pytest.fixture
def child() -> Iterator[through_child.ThroughChild]:
    with closing(through_child.ThroughChild()) as way:
        yield way


@a_few
@given(reading.samples())
def test_changed_exports_leave_the_parent_of_a_reader_as_it_was(
    child: through_child.ThroughChild,
    tmp_path_factory: pytest.TempPathFactory,
    sample: reading.Sample,
) -> None:
    reading.check(sample, tmp_path_factory.mktemp("fuzz"), child)


@a_few
@given(records.messages())
def test_the_parent_survives_what_a_child_sends(message: records.Message) -> None:
    records.check(message)


@pytest.fixture(scope="module")
def made_bundles(tmp_path_factory: pytest.TempPathFactory) -> bundles.Bundles:
    return bundles.Bundles(tmp_path_factory.mktemp("bundles"))


@a_few
@given(bundles.bundles())
def test_no_changed_bundle_is_called_whole(
    made_bundles: bundles.Bundles, bundle: bundles.Bundle
) -> None:
    made_bundles.check(bundle)


@pytest.fixture(scope="module")
def made_cases(tmp_path_factory: pytest.TempPathFactory) -> cases.Cases:
    return cases.Cases(tmp_path_factory.mktemp("cases"))


@a_few
@given(cases.forgeries())
def test_a_forged_case_is_read_or_said_to_be_damaged(
    made_cases: cases.Cases, forgery: cases.Forgery
) -> None:
    made_cases.check(forgery)


def test_the_fence_sees_a_file_outside_of_the_export(tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes(b"x")
    inside = tmp_path / "inside"
    with pytest.raises(FoundError, match="outside"), guarded(inside):
        (tmp_path / "outside").read_bytes()
    with pytest.raises(FoundError, match="written"), guarded(inside):
        (inside.parent / "written").touch()


def test_the_fence_sees_what_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.fuzz.guard.CPU_SECONDS", 0.05)
    with pytest.raises(FoundError, match="takes more than"), guarded():
        _for_ever()


def _for_ever() -> None:
    while True:
        pass


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_the_fence_sees_what_takes_too_much() -> None:
    with pytest.raises(FoundError, match="MiB"), guarded(most_memory=10 << 20):
        assert bytearray(b"x" * (256 << 20))


def test_a_link_to_a_secret_is_not_followed(tmp_path: Path) -> None:
    for name in ("TelegramJson", "TelegramHtml", "WhatsApp", "KakaoTalk", "Discord"):
        for number in range(3):
            reading.check(reading.Sample(name, (), linked=number), tmp_path)
