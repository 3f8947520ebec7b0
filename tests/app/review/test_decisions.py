from pathlib import Path

from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.review.decisions import item_summary
from storage.case import Case
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, write_picture


def test_what_is_told_of_an_item_holds_no_face_and_is_logged(tmp_path: Path) -> None:
    case, _ = Case.create(tmp_path / "c", "pass", cost=CHEAP)
    with case:
        finish(add(case, [write_picture(tmp_path / "a.png", ME)], SourceDetails(platform="x")))
        told = item_summary(case, 1, "self")
        last = list(case.custody.entries())[-1]
    assert (told.item, told.name, told.duration_ms) == (1, "a.png", None)
    assert [source.platform for source in told.sources] == ["x"]
    assert (last.action, last.role, last.details) == ("view", "self", {"item": 1})
