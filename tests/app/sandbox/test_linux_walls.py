"""Attacks on the walls around a child on Linux, each made inside a real child."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from app.errors import SandboxMissingError
from face.types import Reason
from tests.app.sandbox.pools import ALONE, fake_pool, outcomes, says

if sys.platform != "linux":
    pytest.skip("only Linux has these walls", allow_module_level=True)

from tests.app.sandbox.wall_attacks import KILLED, MEMORY, PIECE, REFUSED

LIMITS = replace(ALONE, silent_s=30.0)
MOST_PIECES = ALONE.memory_alone // PIECE + 2
"""The limit, and what the child held when it was set and has given back since."""


def counted_alone() -> bool:
    """Whether the kernel counts a child's threads apart from those of other programs."""
    may_have_namespace = ["unshare", "--user", "true"]
    return os.getuid() == 0 or subprocess.run(may_have_namespace, check=False).returncode == 0  # noqa: S603


@pytest.mark.parametrize("way", MEMORY)
def test_no_way_to_take_memory_leads_past_the_limit(way: str) -> None:
    with fake_pool(limits=LIMITS) as pool:
        (pieces,) = outcomes(pool, says(f"against memory {way}"))
    assert isinstance(pieces, int), pieces
    assert pieces <= MOST_PIECES


def test_a_child_that_starts_threads_without_end_gets_a_few() -> None:
    with fake_pool(limits=LIMITS) as pool:
        (started,) = outcomes(pool, says("against threads 1"))
    assert isinstance(started, int), started
    assert 4 <= started <= (64 if counted_alone() else 640)


def test_calls_that_evade_the_limits_or_reach_out_fail() -> None:
    with fake_pool(limits=LIMITS) as pool:
        came = outcomes(pool, *(says(f"against calls {call}") for call in REFUSED))
    assert dict(zip(REFUSED, came, strict=True)) == dict.fromkeys(REFUSED, 1)


def test_calls_that_only_an_attack_makes_end_the_child() -> None:
    with fake_pool(limits=LIMITS) as pool:
        came = outcomes(pool, *(says(f"against calls {call}") for call in KILLED))
    assert dict(zip(KILLED, came, strict=True)) == dict.fromkeys(KILLED, Reason.DECODER_DIED)


@pytest.mark.parametrize("wall", ["files", "network", "processes", "memory"])
def test_a_child_that_finds_a_hole_in_a_wall_is_given_nothing(wall: str) -> None:
    with pytest.raises(SandboxMissingError) as caught, fake_pool(f"hole in {wall}") as pool:
        outcomes(pool, says("faces 1"))
    assert wall in caught.value.detail


def test_root_without_the_right_to_become_another_user_is_given_nothing() -> None:
    if os.getuid() != 0:
        pytest.skip("only root has to become another user")
    with pytest.raises(SandboxMissingError, match="RLIMIT_NPROC"), fake_pool("stays root") as pool:
        outcomes(pool, says("faces 1"))
