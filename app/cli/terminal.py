"""The output of commands, for people and for programs."""

import json
import re
import sys
from typing import TextIO

from app.messages import Words
from face.packs import DEFAULT_PACK

_NOT_ASCII = re.compile(r"[^\n -~]")


def _escaped(found: re.Match[str]) -> str:
    """Return a letter, or the escape of JSON for a sign that cannot be seen."""
    return found[0] if found[0].isprintable() else json.dumps(found[0])[1:-1]


class Terminal:
    """Answers go to standard output; progress, warnings and errors to standard error.

    Args:
        json: The answer is one JSON object and nothing else.
        quiet: Leave out progress and remarks. Answers, warnings and errors stay.
    """

    def __init__(
        self,
        words: Words,
        *,
        out: TextIO | None = None,
        err: TextIO | None = None,
        json: bool = False,
        quiet: bool = False,
    ) -> None:
        self.words = words
        self.out = out or sys.stdout
        self.err = err or sys.stderr
        self.json = json
        self.quiet = quiet

    def speak_of(self, whose: str) -> None:
        """Word all that follows for the face of a person, a value of `Attestation`."""
        self.words = self.words.about(whose)

    def say(self, key: str, **values: object) -> None:
        """Print a text of the answer, for people."""
        self.write(self.words.say(key, **values))

    def write(self, *lines: str) -> None:
        """Print finished lines of the answer, for people."""
        if not self.json:
            self.out.writelines(line + "\n" for line in lines)

    def blank(self) -> None:
        """Print an empty line between the parts of an answer."""
        self.write("")

    def answer(self, data: object) -> None:
        """Print the answer for programs.

        Letters of all scripts stay as they are. What cannot be seen is escaped, so that no name can
        deceive a terminal; where the output is not UTF-8, all but ASCII is.
        """
        if self.json:
            is_utf8 = (self.out.encoding or "utf-8").lower().replace("-", "") == "utf8"
            text = json.dumps(data, indent=2, ensure_ascii=not is_utf8)
            self.out.write(_NOT_ASCII.sub(_escaped, text) + "\n")

    def remark(self, key: str, **values: object) -> None:
        """Print a note on standard error that is not part of the answer."""
        if not self.quiet:
            self.warn(key, **values)

    def warn(self, key: str, **values: object) -> None:
        """Print a warning on standard error, even when quiet."""
        self.err.write(self.words.say(key, **values) + "\n")

    def error(self, error: BaseException) -> None:
        """Print what went wrong, what to do, and what to type."""
        lines = [self.words.error(error), *self._hints(error)]
        self.err.write("\n".join(lines) + "\n")

    def _hints(self, error: BaseException) -> list[str]:
        """Return the hint at a command that helps with such an error, if there is one."""
        from face.errors import ModelError  # it loads NumPy, which --help does not need

        if isinstance(error, ModelError) and error.pack == DEFAULT_PACK:  # it cannot be added
            return [self.words.say("hint.built_in")]
        keys = (f"hint.{kind.__name__}" for kind in type(error).__mro__)
        return [self.words.say(key) for key in keys if self.words.knows(key)][:1]
