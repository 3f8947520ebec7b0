"""What the person in front of the camera is asked to do, in an order that nobody can know before.

It makes it tedious to hold somebody else's photo in front of the camera. It proves nothing: a
video of the right movements passes. It never fails and never hurries; it can be skipped.
"""

from collections.abc import Sequence
from enum import StrEnum
from random import SystemRandom

from app.enrol.kept_photo import ChallengeResult
from app.enrol.photo_feedback import LEAST_SIZE, Feedback, quality_remarks
from face.types import Traits

HOLD = 3
"""Looks in a row in which a task has to be seen."""
PATIENCE = 40
"""Looks (four a second) after which the words change, and a poor picture is good enough."""

STRAIGHT_YAW = 0.3
TURNED_YAW = 0.4
"""About 20 degrees: the nose stands out by half the distance between the middle and an eye."""
CLOSER = 1.25
"""How much larger the face has to become."""
CLOSE = 0.7
"""Of the shorter side of the picture: no face need be larger."""


class Step(StrEnum):
    """What is asked now."""

    LOOK_STRAIGHT = "look-straight"
    TURN_LEFT = "turn-left"
    TURN_RIGHT = "turn-right"
    COME_CLOSER = "come-closer"
    DONE = "done"


class Hint(StrEnum):
    """What to say beside it."""

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
    """Waits for one face that looks straight, then for each task. Fed with what each look sees.

    Attributes:
        step: What is asked now.
        hint: What to say about the last look, or None.
        result: PASSED when every task was done, SKIPPED when it ended without.
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
        """Steps that are behind her."""
        return min(self._at, self.total)

    @property
    def total(self) -> int:
        """All steps."""
        return len(self._steps)

    def skip(self) -> None:
        """Ask for nothing more than to look straight once."""
        if self._at < len(self._steps) and len(self._steps) > 1:
            self.result = ChallengeResult.SKIPPED
            self._steps = self._steps[:1]

    def see(self, faces: int, traits: Traits | None, side: int) -> None:
        """Take in one look.

        Args:
            faces: How many faces are in front of the camera, those in the background not counted.
            traits: Of the face, if it is one; of the picture as the camera gives it, not mirrored.
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
        """Whether what is asked is seen, and what to say."""
        if self.step is Step.LOOK_STRAIGHT:
            return self._judge_straight(traits)
        if self.step is Step.COME_CLOSER:
            wanted = min(CLOSER * self._straight_size, CLOSE * side)
            return _said(traits.size_px >= wanted)
        # a person's own left is on the right of a picture that is not mirrored: yaw above 0
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
    """Whether a face looks into the camera, and is large enough to be used at all."""
    return abs(traits.yaw) <= STRAIGHT_YAW and traits.size_px >= LEAST_SIZE


def _said(done: bool) -> tuple[bool, Hint | None]:
    return done, Hint.GOOD if done else None
