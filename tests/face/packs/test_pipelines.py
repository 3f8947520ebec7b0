"""Which vectors can be compared with which."""

import numpy as np
import pytest

from face.packs.catalogue import CENTERFACE, YUNET, Network
from face.packs.pipelines import Pipeline, is_less, parse, shared, widths, with_all_detectors
from face.packs.registry import known_packs
from face.types import Floats

DLIB, SFACE, BIG = "55533b28", "fb143eea", "4c06341c"
OLD = f"open search-6 views-1 09189dea+{DLIB}"
BOTH = f"open search-7 views-2 09189dea+{SFACE}+{DLIB}"
SFACE_ALONE = f"open search-7 views-2 09189dea+{SFACE}"
DLIB_ALONE = f"open search-7 views-2 09189dea+{DLIB}"
CENTERFACE_ALONE = f"open search-7 views-2 09189dea-49f000ec+{SFACE}+{DLIB}"
YUNET_ALONE = f"open search-7 views-2 49f000ec+{SFACE}+{DLIB}"


def vectors(*parts: int) -> Floats:
    """Three of them, with parts of these widths, each part of one length."""
    dice = np.random.default_rng(1)
    made = [dice.standard_normal((3, width)) for width in parts]
    each = [part / np.linalg.norm(part, axis=1, keepdims=True) for part in made]
    return np.asarray(np.concatenate(each, axis=1) / np.sqrt(len(parts)), np.float32)


def test_a_text_is_taken_apart_and_put_together_again() -> None:
    assert parse(BOTH) == Pipeline("open", "search-7", "views-2", "09189dea", (SFACE, DLIB))
    assert str(parse(BOTH)) == BOTH


def test_a_missing_detector_stands_behind_the_other() -> None:
    found = parse(CENTERFACE_ALONE)
    assert found == Pipeline(
        "open", "search-7", "views-2", "09189dea", (SFACE, DLIB), without="49f000ec"
    )
    assert str(found) == CENTERFACE_ALONE
    assert with_all_detectors(CENTERFACE_ALONE) == BOTH
    assert with_all_detectors(YUNET_ALONE) == YUNET_ALONE
    assert with_all_detectors("of another program") == "of another program"


@pytest.mark.parametrize(
    ("text", "detectors"),
    [
        (BOTH, {CENTERFACE, YUNET}),
        (CENTERFACE_ALONE, {CENTERFACE}),
        (YUNET_ALONE, {YUNET}),
        (OLD, {CENTERFACE}),  # there was no other one then
    ],
)
def test_a_pipeline_tells_which_detectors_found_the_faces(
    text: str, detectors: set[Network]
) -> None:
    found = parse(text)
    assert found is not None
    assert found.detectors == {each.file.digits for each in detectors}


def test_an_added_detector_is_alone() -> None:
    found = parse(f"buffalo_l search-7 views-2 5838f7fe+{BIG}")
    assert found is not None
    assert found.detectors == {"5838f7fe"}


def test_vectors_are_compared_whichever_detector_was_missing() -> None:
    for text in (CENTERFACE_ALONE, YUNET_ALONE):
        found = shared(BOTH, text, (256, 256))
        assert found is not None
        assert (found.pipeline, found.one, found.other) == (text, None, None)


def test_the_widths_of_the_parts_are_known_by_their_files() -> None:
    assert widths(BOTH, 256) == widths(CENTERFACE_ALONE, 256) == (128, 128)
    assert widths(f"open+auraface search-7 views-2 09189dea+{SFACE}+{DLIB}+a7933ea5", 768) == (
        (128, 128, 512)
    )
    assert widths(f"a search-7 views-2 0123abcd+{BIG}", 512) == (512,)
    for text in (BOTH, "of another program"):
        assert widths(text, 300) == (300,)


def test_every_pack_of_which_all_files_are_known_can_be_read() -> None:
    for pack in known_packs():
        found = parse(pack.pipeline)
        if all(file.sha256 for file in pack.files):
            assert found is not None
            assert (found.pack, str(found)) == (pack.name, pack.pipeline)
        else:  # of a file without a published SHA-256 nothing is known before it is added
            assert found is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "squares-1",
        "open search-6 views-1 09189dea",
        f"{OLD}+{DLIB}",
        f"{OLD}+",
        f"open search-7 views-2 09189dea-+{DLIB}",
        f"open search-7 views-2 -49f000ec+{DLIB}",
        f"open search-7 views-2 09189dea-49f000ec-49f000ec+{DLIB}",
        OLD + " x",
    ],
)
def test_what_nobody_could_have_written_says_nothing(text: str) -> None:
    assert parse(text) is None


def test_old_vectors_are_compared_with_the_same_part_of_new_ones() -> None:
    found = shared(BOTH, OLD, (256, 128))
    assert found is not None
    assert (found.pipeline, found.other) == (OLD, None)
    both, old = vectors(128, 128), vectors(128)
    assert found.of_other(old) is old
    of_both = found.of_one(both)
    assert of_both.dtype == np.float32
    np.testing.assert_allclose(of_both, both[:, 128:] * np.sqrt(2), rtol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(of_both, axis=1), 1, rtol=1e-5)


def test_the_part_of_the_other_recogniser_is_the_first_half() -> None:
    found = shared(SFACE_ALONE, BOTH, (128, 256))
    assert found is not None
    assert (found.pipeline, found.one, found.other) == (SFACE_ALONE, None, (slice(0, 128),))


def test_one_pipeline_is_compared_whole() -> None:
    for text in (BOTH, "of another program"):
        found = shared(text, text, (256, 256))
        assert found is not None
        assert (found.pipeline, found.one, found.other) == (text, None, None)
    assert shared("of another program", "of another program", (256, 128)) is None


def test_parts_in_another_order_are_put_in_order() -> None:
    turned = f"open search-7 views-2 09189dea+{DLIB}+{SFACE}"
    mixed = f"open search-7 views-2 09189dea+{DLIB}+{BIG}+{SFACE}"
    found = shared(mixed, f"open s views-2 09189dea+{SFACE}+{DLIB}", (768, 256))
    assert found is not None
    assert found.one == (slice(640, 768), slice(0, 128))
    assert shared(mixed, turned, (256, 256)) is None  # such parts are longer than that


def test_a_longer_part_beside_the_built_in_ones_hides_none_of_them() -> None:
    for recogniser in ("a7933ea5", "0123abcd"):  # one whose file is known, and one of somebody
        beside = f"open+auraface search-7 views-2 09189dea+{SFACE}+{DLIB}+{recogniser}"
        found = shared(BOTH, beside, (256, 768))
        assert found is not None
        assert (found.one, found.other) == (None, (slice(0, 128), slice(128, 256)))
        assert shared(BOTH, beside, (0, 768)) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SFACE_ALONE, DLIB_ALONE),
        (SFACE_ALONE, OLD),
        (BOTH, f"open search-9 views-3 09189dea+{DLIB}"),
        (BOTH, f"buffalo_l search-6 views-1 5838f7fe+{BIG}"),
        (BOTH, "of another program"),
        ("of another program", "of a third"),
    ],
)
def test_others_have_nothing_in_common(one: str, other: str) -> None:
    assert shared(one, other, (128, 128)) is None


def test_unknown_versions_are_compared_with_themselves() -> None:
    one, other = (f"open {search} views-9 09189dea+{DLIB}" for search in ("search-8", "search-9"))
    assert shared(one, other, (128, 128)) is not None


def test_a_pipeline_without_a_recogniser_says_less() -> None:
    assert is_less(DLIB_ALONE, BOTH)
    assert is_less(SFACE_ALONE, BOTH)
    assert not is_less(BOTH, OLD)
    assert not is_less(DLIB_ALONE, OLD)
    assert not is_less(SFACE_ALONE, OLD)
    assert not is_less(BOTH, BOTH)
    assert not is_less("of another program", BOTH)


def test_a_pipeline_without_a_detector_says_less() -> None:
    for alone in (CENTERFACE_ALONE, YUNET_ALONE):
        assert is_less(alone, BOTH)
        assert not is_less(BOTH, alone)
        assert is_less(DLIB_ALONE, alone)
    assert not is_less(CENTERFACE_ALONE, YUNET_ALONE)
    assert not is_less(YUNET_ALONE, CENTERFACE_ALONE)
    assert is_less(BOTH.replace("search-7", "search-6"), YUNET_ALONE)


def test_an_earlier_version_says_less_than_a_later_one() -> None:
    later = BOTH.replace("search-7", "search-10")
    assert is_less(BOTH, later)
    assert not is_less(later, BOTH)
    assert is_less(OLD, DLIB_ALONE)
    assert not is_less(BOTH.replace("search-7", "another"), BOTH.replace("search-7", "one"))
