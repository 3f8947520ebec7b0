"""The challenge: what the person in front of the camera is asked to do, in a random order.

It makes it tedious to hold somebody else's photo in front of the camera, but it proves nothing: a
video of the right movements passes. It never fails, has no time limit, and can be skipped.
"""

from collections.abc import Sequence
from enum import StrEnum
from random import SystemRandom

from app.enrol.kept_photo import ChallengeResult
from app.enrol.photo_feedback import LEAST_SIZE, Feedback, quality_remarks
from face.types import Traits

HOLD = 3
"""In how many scans in a row a task has to be seen."""
PATIENCE = 40
"""Scans (four a second) after which the text changes, and a poor picture is good enough."""

STRAIGHT_YAW = 0.3
TURNED_YAW = 0.4
"""About 20 degrees: the nose stands out by half the distance between the middle and an eye."""
CLOSER = 1.25
"""How many times larger the face has to become."""
CLOSE = 0.7
"""Share of the shorter side of the picture that is large enough in any case."""


class Step(StrEnum):
    """What the person is asked to do. Its text is "camera.step.NAME"."""

    LOOK_STRAIGHT = "look-straight"
    TURN_LEFT = "turn-left"
    TURN_RIGHT = "turn-right"
    COME_CLOSER = "come-closer"
    DONE = "done"


class Hint(StrEnum):
    """A hint beside the step. Its text is "camera.hint.NAME"."""

    NO_FACE = "no-face"
    SEVERAL_FACES = "several-faces"
    TOO_FAR = "too-far"
    TOO_DARK = "too-dark"
    HOLD_STILL = "hold-still"
    OTHER_WAY = "other-way"
    GOOD = "good"
    TAKE_YOUR_TIME = "take-your-time"


TASKS = (Step.TURN_LEFT, Step.TURN_RIGHT, Step.COME_CLOSER)

_POOR = {
    Feedback.SMALL: Hint.TOO_FAR,
    Feedback.TOO_DARK: Hint.TOO_DARK,
    Feedback.BLURRED: Hint.HOLD_STILL,
}


class Challenge:
    """Waits for one face that looks straight, then for each task. `see` feeds it with scans.

    Attributes:
        step: The present step.
        hint: A hint about the last scan, or None.
        result: SKIPPED when tasks were skipped, else PASSED.
    """

    def __init__(self, tasks: Sequence[Step] | None = None) -> None:
        """Choose the order of the tasks, at random unless it is given."""
        chosen = SystemRandom().sample(TASKS, len(TASKS)) if tasks is None else tasks
        self._steps = [Step.LOOK_STRAIGHT, *chosen]
        self._at = self._held = self._waited = 0
        self._straight_size = 0.0
        self.hint: Hint | None = None
        self.result = ChallengeResult.PASSED

    @property
    def step(self) -> Step:
        return self._steps[self._at] if self._at < len(self._steps) else Step.DONE

    @property
    def done(self) -> int:
        """How many steps are done."""
        return min(self._at, self.total)

    @property
    def total(self) -> int:
        """How many steps there are."""
        return len(self._steps)

    def skip(self) -> None:
        """Skip all tasks but looking straight once."""
        if self._at < len(self._steps) and len(self._steps) > 1:
            self.result = ChallengeResult.SKIPPED
            self._steps = self._steps[:1]

    def see(self, faces: int, traits: Traits | None, side: int) -> None:
        """Take in the result of one scan.

        Args:
            faces: How many faces are in the picture, without those in the background.
            traits: Traits of the face in the picture, which is not mirrored, if there is only one.
            side: Shorter side of the picture, pixels.
        """
        if self.step is Step.DONE:
            return
        self._waited += 1
        if faces != 1 or traits is None:
            self._held, self.hint = 0, Hint.SEVERAL_FACES if faces > 1 else Hint.NO_FACE
            return
        done, self.hint = self._judge(traits, side)
        self._held = self._held + 1 if done else 0
        if self._held == HOLD:
            self._go_on(traits)
        elif self.hint is None and self._waited > PATIENCE:
            self.hint = Hint.TAKE_YOUR_TIME

    def _go_on(self, traits: Traits) -> None:
        if self.step is Step.LOOK_STRAIGHT:
            self._straight_size = traits.size_px
        self._at += 1
        self._held = self._waited = 0

    def _judge(self, traits: Traits, side: int) -> tuple[bool, Hint | None]:
        """Return whether the step is seen in this scan, and a hint."""
        if self.step is Step.LOOK_STRAIGHT:
            return self._judge_straight(traits)
        if self.step is Step.COME_CLOSER:
            wanted = min(CLOSER * self._straight_size, CLOSE * side)
            return _said(traits.size_px >= wanted)
        # the person's left is on the right of a picture that is not mirrored, where yaw is above 0
        turned = traits.yaw if self.step is Step.TURN_LEFT else -traits.yaw
        if turned <= -TURNED_YAW:
            return False, Hint.OTHER_WAY
        return _said(turned >= TURNED_YAW)

    def _judge_straight(self, traits: Traits) -> tuple[bool, Hint | None]:
        if abs(traits.yaw) > STRAIGHT_YAW:
            return False, None
        poor = [_POOR[each] for each in quality_remarks(traits) if each in _POOR]
        if poor and (self._waited <= PATIENCE or traits.size_px < LEAST_SIZE):
            return False, poor[0]
        return True, Hint.GOOD


def is_straight(traits: Traits) -> bool:
    """Return whether a face looks into the camera and is large enough to be used."""
    return abs(traits.yaw) <= STRAIGHT_YAW and traits.size_px >= LEAST_SIZE


def _said(done: bool) -> tuple[bool, Hint | None]:
    return done, Hint.GOOD if done else None
