"""The real program with a simulated person: `python -m tests.ui.end_to_end.person FOLDER PHOTO`.

She makes a case, adds what was reported, gives a photo of herself, checks, reviews, decides, hands
over and leaves. The passphrase of the bundle is printed; the exit status says whether she came to
the end.
"""

import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from app.messages import Words
from tests.ui.end_to_end.hands import Hands, Waiting
from ui import application

PASSPHRASE = "copper lantern gravel tulip meadow"  # noqa: S105 - of a case that is thrown away
PATIENCE_SECONDS = 40.0
LOOK_MS = 20
LOST, ERRED = 3, 4
"""Exit status of a person who waited in vain, and of one who met an error."""


class Person:
    """The actions of the person, in order."""

    def __init__(self, hands: Hands, content: Path, photo: Path) -> None:
        self._hands = hands
        self._content = content
        self._photo = photo
        self._words = Words("en")

    def goes_through_it(self) -> Waiting:
        """Go from an empty folder to a bundle, and leave."""
        yield from self._hands.takes_the_keyboard()
        yield from self._makes_a_case()
        yield from self._adds_content()
        yield from self._shows_her_face()
        yield from self._checks()
        yield from self._decides()
        yield from self._hands_over()
        for _ in range(3):
            self._hands.key(Qt.Key.Key_Shift)

    def _makes_a_case(self) -> Waiting:
        hands, say = self._hands, self._say
        yield from hands.press_by_key(say("start.make"))
        yield from hands.press(say("make_case.use_own"))
        yield from hands.type_into(say("make_case.first"), PASSPHRASE)
        yield from hands.type_into(say("make_case.second"), PASSPHRASE)
        yield from hands.press_by_key(say("make_case.next"))
        yield from hands.press(say("make_case.choose_where"))
        yield from hands.press(say("chooser.choose.new_file"))
        yield from hands.press(say("make_case.written"))
        yield from hands.press_by_key(say("make_case.next"))

    def _adds_content(self) -> Waiting:
        hands, say = self._hands, self._say
        count = len(list(self._content.iterdir()))
        yield from hands.press(say("intake.add"))
        yield from hands.type_into(say("chooser.path"), str(self._content))
        hands.key(Qt.Key.Key_Return)
        yield lambda: hands.sees(say("chooser.count", count=count))
        hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        yield lambda: hands.sees(say("chooser.chosen", count=count))
        yield from hands.press(say("chooser.choose.content"))
        yield lambda: hands.sees(say("intake.did.unchecked", count=1))
        yield from hands.press_by_key(say("intake.next"))

    def _shows_her_face(self) -> Waiting:
        hands, say = self._hands, self._say
        yield from hands.press(say("enrol.choose"))
        yield from hands.type_into(say("chooser.path"), str(self._photo))
        hands.key(Qt.Key.Key_Return)
        yield from hands.press(say("enrol.next"))

    def _checks(self) -> Waiting:
        hands, say = self._hands, self._say
        yield from hands.press(say("check.whose.self"))
        yield from hands.press_by_key(say("check.run"))
        yield from hands.press(say("check.review"))

    def _decides(self) -> Waiting:
        hands, say = self._hands, self._say
        yield from hands.press(say("review.show_face"))
        yield lambda: hands.sees_picture(say("review.own_face"))
        whole = say("review.hold")
        yield from hands.hold(whole, lambda: hands.sees_picture(whole))
        yield lambda: not hands.sees_picture(whole)
        hands.key(Qt.Key.Key_1)
        yield lambda: hands.sees("1 decided") or hands.sees(say("review.progress_done", decided=1))

    def _hands_over(self) -> Waiting:
        hands, say = self._hands, self._say
        yield from hands.press(say("step.handover"))
        yield from hands.press_by_key(say("handover.letters.too"))
        yield from hands.press_by_key(say("handover.small_set.too"))
        yield from hands.press_by_key(say("handover.choose"))
        yield from hands.press(say("chooser.choose.new_file"))
        yield from hands.press_by_key(say("handover.make"))
        yield lambda: bool(hands.secret())
        sys.stdout.write(hands.secret() + "\n")
        sys.stdout.flush()
        yield from hands.press(say("handover.written"))
        yield from hands.press_by_key(say("handover.done"))
        yield lambda: hands.sees(say("handover.next")) and not hands.secret()

    def _say(self, key: str, **values: object) -> str:
        return self._words.say(key, **values).replace("&", "")


class Doing(QObject):
    """Takes the next step of the person as soon as the condition that she waits for holds."""

    def __init__(self, steps: Iterator[Callable[[], bool]], hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._steps = steps
        self._is_there: Callable[[], bool] = lambda: True
        self._since = time.monotonic()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        try:
            if self._is_there():
                self._go_on()
            elif time.monotonic() - self._since > PATIENCE_SECONDS:
                _stop(LOST, self._where())
        except StopIteration:
            self._timer.stop()
        except Exception:  # noqa: BLE001 - the test is told by the exit status
            _stop(ERRED, traceback.format_exc())

    def _go_on(self) -> None:
        self._is_there = next(self._steps)
        self._since = time.monotonic()

    def _where(self) -> str:
        names, step = [], self._steps
        while (frame := getattr(step, "gi_frame", None)) is not None:
            names.append(f"{frame.f_code.co_name}, line {frame.f_lineno}")
            step = step.gi_yieldfrom  # type: ignore[attr-defined]
        return f"she waited in vain: {' > '.join(names)}\n{self._hands.all_words()}"


def _stop(status: int, why: str) -> None:
    sys.stderr.write(why + "\n")
    sys.stderr.flush()
    os._exit(status)


class Used(application.Application):
    """The program with the person."""

    def listen(self) -> None:
        """Let the person begin once the window is shown."""
        super().listen()
        hands = Hands(self.window)
        person = Person(hands, Path(sys.argv[1]), Path(sys.argv[2]))
        self._doing = Doing(person.goes_through_it(), hands)


if __name__ == "__main__":
    application.Application = Used  # type: ignore[misc]
    from app.main import main

    sys.exit(main([]))
