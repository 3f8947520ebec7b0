from collections import Counter

import pytest

from app.enrol.camera.challenge import HOLD, PATIENCE, TASKS, Challenge, Hint, Step
from app.enrol.kept_photo import ChallengeResult
from face.types import Traits

SIDE = 480
SIZE = 120.0


def traits(
    yaw: float = 0.0, size: float = SIZE, sharpness: float = 0.8, brightness: float = 0.5
) -> Traits:
    return Traits(size, sharpness, brightness, yaw, 0.0)


DOES = {
    Step.LOOK_STRAIGHT: traits(),
    Step.TURN_LEFT: traits(yaw=0.6),
    Step.TURN_RIGHT: traits(yaw=-0.6),
    Step.COME_CLOSER: traits(size=SIZE * 1.3),
}


def see(challenge: Challenge, of: Traits | None, times: int = 1, faces: int = 1) -> None:
    for _ in range(times):
        challenge.see(faces, of, SIDE)


def arrive(challenge: Challenge, step: Step) -> Challenge:
    while challenge.step is not step:
        see(challenge, DOES[challenge.step])
    return challenge


def test_who_does_what_is_asked_passes() -> None:
    challenge = Challenge()
    seen = []
    while challenge.step is not Step.DONE:
        seen.append(challenge.step)
        see(challenge, DOES[challenge.step], HOLD)
    assert seen[0] is Step.LOOK_STRAIGHT
    assert set(seen[1:]) == set(TASKS)
    assert challenge.result is ChallengeResult.PASSED
    assert challenge.done == challenge.total == 4


def test_the_order_cannot_be_known_before() -> None:
    firsts = Counter(arrive_at_first_task() for _ in range(200))
    assert set(firsts) == set(TASKS)


def arrive_at_first_task() -> Step:
    challenge = Challenge()
    see(challenge, DOES[Step.LOOK_STRAIGHT], HOLD)
    return challenge.step


@pytest.mark.parametrize("step", [Step.LOOK_STRAIGHT, *TASKS])
def test_each_task_has_to_be_held(step: Step) -> None:
    challenge = arrive(Challenge(), step)
    see(challenge, DOES[step], HOLD - 1)
    see(challenge, None, faces=0)
    see(challenge, DOES[step], HOLD - 1)
    assert challenge.step is step
    assert challenge.hint is Hint.GOOD
    see(challenge, DOES[step])
    assert challenge.step is not step


@pytest.mark.parametrize("step", [Step.LOOK_STRAIGHT, *TASKS])
@pytest.mark.parametrize(("faces", "hint"), [(0, Hint.NO_FACE), (2, Hint.SEVERAL_FACES)])
def test_without_one_face_it_says_so_and_waits(step: Step, faces: int, hint: Hint) -> None:
    challenge = arrive(Challenge(), step)
    see(challenge, None, 3 * PATIENCE, faces)
    assert (challenge.step, challenge.hint) == (step, hint)


@pytest.mark.parametrize("step", [Step.TURN_LEFT, Step.TURN_RIGHT])
def test_left_and_right_are_the_persons_own(step: Step) -> None:
    other = Step.TURN_RIGHT if step is Step.TURN_LEFT else Step.TURN_LEFT
    challenge = arrive(Challenge((step, other)), step)
    see(challenge, DOES[other], HOLD)
    assert (challenge.step, challenge.hint) == (step, Hint.OTHER_WAY)
    see(challenge, DOES[step], HOLD)
    assert challenge.step is other


@pytest.mark.parametrize("step", [Step.TURN_LEFT, Step.TURN_RIGHT, Step.COME_CLOSER])
def test_it_never_fails_and_after_a_while_says_take_your_time(step: Step) -> None:
    challenge = arrive(Challenge(), step)
    see(challenge, traits(), PATIENCE)
    assert not challenge.hint
    see(challenge, traits(), 4 * PATIENCE)
    assert (challenge.step, challenge.hint) == (step, Hint.TAKE_YOUR_TIME)
    see(challenge, DOES[step], HOLD)
    assert challenge.step is not step


def test_a_face_that_fills_the_picture_need_not_come_closer() -> None:
    challenge = Challenge([Step.COME_CLOSER])
    see(challenge, traits(size=0.7 * SIDE), 2 * HOLD)
    assert challenge.step is Step.DONE


@pytest.mark.parametrize(
    ("poor", "hint"),
    [
        (traits(size=40), Hint.TOO_FAR),
        (traits(brightness=0.1), Hint.TOO_DARK),
        (traits(sharpness=0.1), Hint.HOLD_STILL),
    ],
)
def test_a_poor_picture_is_said_and_after_a_while_good_enough(poor: Traits, hint: Hint) -> None:
    challenge = Challenge()
    see(challenge, poor, PATIENCE)
    assert (challenge.step, challenge.hint) == (Step.LOOK_STRAIGHT, hint)
    see(challenge, poor, HOLD)
    assert challenge.step is not Step.LOOK_STRAIGHT


def test_a_face_that_tells_nothing_is_never_good_enough() -> None:
    challenge = Challenge()
    see(challenge, traits(size=20), 3 * PATIENCE)
    assert (challenge.step, challenge.hint) == (Step.LOOK_STRAIGHT, Hint.TOO_FAR)


def test_skipping_leaves_one_look_straight() -> None:
    challenge = Challenge()
    challenge.skip()
    challenge.skip()
    see(challenge, traits(), HOLD - 1)
    assert challenge.done == 0
    see(challenge, traits())
    assert (challenge.step, challenge.result) == (Step.DONE, ChallengeResult.SKIPPED)


def test_skipping_later_ends_it() -> None:
    challenge = arrive(Challenge(), TASKS[0])
    challenge.skip()
    assert (challenge.step, challenge.result) == (Step.DONE, ChallengeResult.SKIPPED)
    assert challenge.done == challenge.total == 1


def test_what_was_passed_stays_passed() -> None:
    challenge = arrive(Challenge(), Step.DONE)
    challenge.skip()
    see(challenge, None, faces=0)
    assert challenge.result is ChallengeResult.PASSED
