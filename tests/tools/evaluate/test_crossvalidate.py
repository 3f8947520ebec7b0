from pathlib import Path

import numpy as np
import pytest

from face.matching.calibration import Calibration
from face.matching.embedding_parts import EmbeddingParts
from tests.tools.evaluate.made_up import GROUP, calibration, data_set, with_young_people, world
from tools.evaluate import crossvalidate
from tools.evaluate.cases import EAST_ASIAN, Setting
from tools.evaluate.dataset import Dataset
from tools.evaluate.embeddings import Seen
from tools.evaluate.report import reported


def test_nobody_is_in_both_halves(tmp_path: Path) -> None:
    data, _ = data_set(tmp_path)
    half = crossvalidate.first_half(data)
    assert not set(data.person[half]) & set(data.person[~half])
    for name in data.groups():
        assert np.count_nonzero(half[data.group(name)]) == GROUP // 2
    users = np.unique(data.person[data.people[data.east_asian[data.people]]])
    assert len(np.intersect1d(users, data.person[half])) == len(users) // 2


def test_young_people_are_in_one_half_with_all_their_photos(tmp_path: Path) -> None:
    data, _ = with_young_people(tmp_path)
    half = crossvalidate.first_half(data)
    assert not set(data.person[half]) & set(data.person[~half])
    assert 0 < np.count_nonzero(half[data.young]) < len(data.young)


def test_every_user_checks_strangers_that_the_calibration_does_not_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = world(tmp_path)
    known: list[set[int]] = []

    def measured(
        data: Dataset, seen: Seen, parts: EmbeddingParts, pack: str, pipeline: str
    ) -> Calibration:
        known.append(set(data.person[seen.usable].tolist()))
        return calibration(data, seen)

    monkeypatch.setattr("os.cpu_count", lambda: 1)
    monkeypatch.setattr(crossvalidate, "calibration_of", measured)
    setting = Setting("east_asian_women", 50, EAST_ASIAN, 1, 1)
    monkeypatch.setattr(crossvalidate, "settings", lambda *_: [setting])
    results = dict(crossvalidate.cross_validated(made, "open", "1"))
    assert [user.checks for user in results[setting].users] == [3] * 8
    users = [user.person for user in results[setting].users]
    assert set(users[:4]) <= known[1] - known[0]
    assert set(users[4:]) <= known[0] - known[1]
    crossvalidate.summary(reported(results.items()))
    said = capsys.readouterr().out
    assert "pooled over own photos and appearances" in said
    assert "east_asian_women: strangers for each expected between 0.5 and 2 / " in said
