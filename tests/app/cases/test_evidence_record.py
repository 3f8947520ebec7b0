from pathlib import Path

from app.cases.evidence_record import evidence_record
from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from storage.case import Case
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, write_picture


def test_the_time_of_the_file_is_a_time(tmp_path: Path) -> None:
    case, _ = Case.create(tmp_path / "c", "pass", cost=CHEAP)
    with case:
        finish(add(case, [write_picture(tmp_path / "a.png", ME)], SourceDetails()))
        fields = evidence_record(case.item(1))
    assert str(fields["fs_mtime"]).endswith("+00:00")
    assert fields["is_derivative"] is False
    assert fields["original_filename"] == "a.png"
