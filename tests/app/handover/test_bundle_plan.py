from app.handover.bundle_plan import Level, possible_levels
from app.handover.handover_choices import HandoverChoices
from storage.types import KeptMedia


def test_no_picture_goes_along_unless_it_is_chosen() -> None:
    assert HandoverChoices().level is Level.LIST


def test_a_case_gives_no_more_than_it_keeps() -> None:
    assert possible_levels(KeptMedia.NONE, crops=False) == {Level.LIST}
    assert possible_levels(KeptMedia.NONE, crops=True) == {Level.LIST, Level.CROPS}
    assert possible_levels(KeptMedia.ORIGINALS, crops=True) == set(Level)
