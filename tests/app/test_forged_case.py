"""A case of somebody who has its key and puts in vectors and boxes that are none."""

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from app.check.check import check_photos
from app.enrol.attestation import Attestation
from app.intake.add import add
from app.intake.photo_file import photo_file
from app.intake.source_details import SourceDetails
from app.job import finish
from app.messages import Words
from app.review.decisions import view_item
from app.review.source_photos import ComparisonTarget, likeliest_source_photos
from storage.case import Case
from storage.errors import CaseDamagedError
from tests.app.conftest import PHRASE, Geoul
from tests.support.case_samples import CHEAP, embedding_of
from tests.support.fake_program import DIMENSION, ME, ME_ANOTHER_DAY, SOMEBODY, write_picture
from tests.support.forgeries import blob, odd_embeddings, put
from tests.support.two_versions import NEW, TwoVersions

HALF = embedding_of("x", DIMENSION // 2)
VECTORS = {
    **odd_embeddings(DIMENSION),
    "one part of nothing": blob([*HALF, *HALF * 0]),
    "one part shorter": blob([*HALF * 0.8, *HALF * 0.6]),
}
FACES = {
    "landmarks that are no numbers": ("landmarks", blob([math.nan] * 10, "<f4")),
    "landmarks of another length": ("landmarks", blob(np.zeros(8), "<f4")),
    "a box that is no number": ("left", "text"),
    "a box without end": ("right", math.inf),
}
DIMENSIONS = (-1, 0, 1, DIMENSION // 2, DIMENSION * 2, 10**12, 0.5, "text", None)


@pytest.fixture
def services() -> TwoVersions:
    return TwoVersions()


@pytest.fixture
def case(tmp_path: Path, folder: Path, services: TwoVersions) -> Iterator[Case]:
    """Item 1 is she, item 2 somebody else."""
    write_picture(folder / "1.png", ME_ANOTHER_DAY)
    write_picture(folder / "2.png", SOMEBODY)
    made, _ = Case.create(tmp_path / "my-case", PHRASE, cost=CHEAP)
    with made:
        finish(add(made, [folder], SourceDetails()))
        services.scan(made, NEW)
        yield made


@pytest.fixture
def me(tmp_path: Path) -> Path:
    return write_picture(tmp_path / "me.png", ME)


def check(case: Case, services: TwoVersions, me: Path) -> None:
    with services.scanner("open") as scanner:
        finish(check_photos(case, [me], scanner, services.calibration, Attestation.SELF))


def ask_for_sources(case: Case, services: TwoVersions, me: Path) -> None:
    with services.scanner("open") as scanner:
        photos, which = [photo_file(me)], ComparisonTarget(1)
        job = likeliest_source_photos(
            case, which, photos, scanner, services.calibration, Attestation.SELF
        )
        finish(job)


def expect_damage(case: Case, act: Callable[[], object]) -> None:
    with pytest.raises(CaseDamagedError) as damage:
        act()
    assert damage.value.path == str(case.path)


def test_an_honest_case_is_checked_and_looked_at(
    case: Case, services: TwoVersions, me: Path
) -> None:
    check(case, services, me)
    ask_for_sources(case, services, me)
    assert len(view_item(case, 1).faces) == 1


@pytest.mark.parametrize("kind", VECTORS)
def test_a_check_says_that_the_case_is_damaged(
    case: Case, services: TwoVersions, me: Path, kind: str
) -> None:
    put(case._db, "track", "embedding", VECTORS[kind])
    expect_damage(case, lambda: check(case, services, me))


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_a_length_of_vectors_that_is_not_theirs_is_damage(
    case: Case, services: TwoVersions, me: Path, dimension: object
) -> None:
    put(case._db, "model", "dimension", dimension)
    expect_damage(case, lambda: check(case, services, me))
    expect_damage(case, lambda: view_item(case, 1))


@pytest.mark.parametrize("kind", odd_embeddings(DIMENSION))
def test_who_looks_at_an_item_is_told_that_the_case_is_damaged(
    case: Case, services: TwoVersions, me: Path, kind: str
) -> None:
    put(case._db, "face", "embedding", VECTORS[kind])
    expect_damage(case, lambda: view_item(case, 1))
    expect_damage(case, lambda: ask_for_sources(case, services, me))


@pytest.mark.parametrize("kind", FACES)
def test_a_face_that_is_nowhere_is_damage(
    case: Case, services: TwoVersions, me: Path, kind: str
) -> None:
    put(case._db, "face", *FACES[kind])
    expect_damage(case, lambda: view_item(case, 1))
    expect_damage(case, lambda: check(case, services, me))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_commands_say_so(
    case: Case, me: Path, geoul: Geoul, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    for table in ("track", "face"):
        put(case._db, table, "embedding", VECTORS["not a number"])
    case.close()
    sentence = Words(language).error(CaseDamagedError(str(case.path)))
    for words in (
        ("check", case.path, "--me", me, "--attest", "self"),
        ("show", case.path, 1),
        ("sources", case.path, 1, me, "--attest", "self"),
    ):
        done = geoul(*words)
        assert done.status == 1
        assert sentence in done.err
