import os

import pytest

from app.sandbox.process import CHILD_ARGUMENT, child_command
from tests.app.sandbox.pools import fake_pool, outcomes, says


def test_a_child_starts_with_a_clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setenv("A_SECRET", "of the parent")
    inherited = os.open(os.devnull, os.O_RDONLY)
    os.set_inheritable(inherited, True)
    with fake_pool() as pool:
        assert outcomes(pool, says("inside")) == [0]
    os.close(inherited)


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", "/opt/geoul/geoul")
    assert child_command() == ["/opt/geoul/geoul", CHILD_ARGUMENT]
