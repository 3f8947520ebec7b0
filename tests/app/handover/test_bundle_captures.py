import json
from pathlib import Path

import pytest

from app.handover.bundle import build_bundle
from app.handover.bundle_plan import BundlePlan, ItemSelection, Level
from app.job import finish
from storage.bundle.write import UnderPassphrase
from storage.case import Case
from storage.types import KeptMedia
from tests.support.bundle_samples import PHRASE
from tests.support.decided_case import with_captures
from tests.support.unpackers import seven_zip, unpacked

pytestmark = seven_zip


def bag_of(case: Case, level: Level, items: ItemSelection = ItemSelection.CONFIRMED) -> Path:
    target = case.path.with_name("documents.zip")
    plan = BundlePlan(target, UnderPassphrase(PHRASE), level, items)
    with case:
        finish(build_bundle(case, plan))
    return unpacked(target, PHRASE, target.parent / "unpacked")


def records(bag: Path) -> dict[int, dict[str, object]]:
    items = json.loads((bag / "data/items.json").read_text("utf-8"))["items"]
    return {each["item_no"]: each for each in items}


def captures(bag: Path) -> list[str]:
    folder = bag / "data/captures"
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize(
    ("media", "level", "inside"),
    [
        (KeptMedia.NONE, Level.LIST, []),
        (KeptMedia.NONE, Level.CROPS, ["0007.png"]),
        (KeptMedia.ORIGINALS, Level.LIST, []),
        (KeptMedia.ORIGINALS, Level.CROPS, ["0007.png"]),
        (KeptMedia.ORIGINALS, Level.ORIGINALS, ["0007.png", "0008.png"]),
    ],
)
def test_each_goes_along_at_the_level_that_may_hold_it(
    tmp_path: Path, media: KeptMedia, level: Level, inside: list[str]
) -> None:
    bag = bag_of(with_captures(tmp_path, media), level)
    assert captures(bag) == [name.replace("png", "jpg") for name in inside]
    of_items = records(bag)
    assert set(of_items) == {1, 2, 5, 7, 8}
    assert [of_items[number]["capture_of"] for number in (1, 7, 8)] == [None, 1, 1]
    assert of_items[7]["is_derivative"] is True
    assert of_items[7]["parent_sha256"] == of_items[1]["sha256"]
    assert of_items[7]["operation"] == "screen-capture-covered"
    assert of_items[8]["original_missing"] is False or media is KeptMedia.NONE
    told = (bag / "README-FIRST.en.txt").read_text("utf-8-sig")
    assert ("data/captures holds" in told) is bool(inside)


def test_a_case_without_faces_can_give_covered_ones(tmp_path: Path) -> None:
    bag = bag_of(with_captures(tmp_path, KeptMedia.NONE, crops=False), Level.CROPS)
    assert captures(bag) == ["0007.jpg"]


def test_all_items_hold_every_capture_once(tmp_path: Path) -> None:
    bag = bag_of(with_captures(tmp_path, KeptMedia.ORIGINALS), Level.ORIGINALS, ItemSelection.ALL)
    assert captures(bag) == ["0007.jpg", "0008.jpg", "0009.jpg"]
    assert len(records(bag)) == 9
