"""A parser of arguments that speaks the person's language and takes options anywhere."""

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from app.messages import LANGUAGES, Words

USAGE_STATUS = 2
"""Exit status of a command line that was not understood."""
UNKNOWN_OPTION = re.compile(r"-[^\s\d]\S*")
"""Looks like an option: not -3, nor a dash alone, nor a text with spaces in it."""


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that speaks the person's language and prints nothing unescaped."""

    def __init__(self, words: Words, **settings: Any) -> None:
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=lambda prog: _Formatter(words, prog),
            **settings,
        )
        self.words = words
        self._takes_value: dict[str, bool] = {}
        self._has_positionals = False
        self.arguments = self.add_argument_group(words.say("help.arguments"))
        self.options = self.add_argument_group(words.say("help.options"))
        self._option("-h", "--help", action="help", help=words.say("help.help"))
        self._option(
            "--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=words.say("help.lang")
        )

    def error(self, message: str) -> NoReturn:
        """Say what was not understood and where the help is, and exit with status 2."""
        detail = _in_words(message, self.words)
        sentence = self.words.say("usage.wrong", detail=detail, command=self.prog)
        self.exit(USAGE_STATUS, f"{sentence}\n")

    def option(self, *names: str, among: Any = None, **settings: Any) -> None:
        """Add an option; its help is the text `help.option.NAME`.

        Args:
            among: A group of options of which only one may be given.
        """
        name = names[-1].lstrip("-")
        self._option(*names, among=among, help=self.words.say(f"help.option.{name}"), **settings)

    def positional(self, name: str, **settings: Any) -> None:
        """Add a positional argument; its help is the text `help.argument.NAME`."""
        self._has_positionals = True
        self.arguments.add_argument(
            name.lower(),
            metavar=settings.pop("metavar", name),
            help=self.words.say(f"help.argument.{name.lower()}"),
            **settings,
        )

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse options anywhere: before, between and behind positional arguments.

        argparse alone fills all positionals at the first option: `add CASE --url U PATH` would give
        no path to the positionals, and PATH would be left over.
        """
        if self._has_positionals and args is not None:
            args = self._options_first(args)
        return super().parse_known_args(args, namespace)

    def _options_first(self, arguments: Sequence[str]) -> list[str]:
        options: list[str] = []
        placed: list[str] = []
        left = iter(arguments)
        for each in left:
            if each == "--":
                placed += left
            elif not self._is_option(each):
                placed.append(each)
            else:
                options.append(each)
                if self._takes_value.get(each):
                    options += [value for value in [next(left, None)] if value is not None]
        return [*options, "--", *placed]

    def _is_option(self, text: str) -> bool:
        known = text.partition("=")[0] in self._takes_value
        return known or UNKNOWN_OPTION.fullmatch(text) is not None

    def _option(self, *names: str, among: Any = None, **settings: Any) -> None:
        action = (among or self.options).add_argument(*names, **settings)
        self._takes_value.update(dict.fromkeys(names, action.nargs != 0))


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, words: Words, prog: str) -> None:
        super().__init__(prog, max_help_position=30)
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        if prefix is None:
            prefix = self._words.say("help.usage")
        super().add_usage(usage, actions, groups, prefix)


_ABOUT_ARGUMENT = re.compile(r"argument (?P<name>[^:]+): (?P<problem>.*)", re.DOTALL)
_SENTENCES: Mapping[str, str] = {
    r"the following arguments are required: (?P<names>.*)": "usage.required",
    r"unrecognized arguments: (?P<text>.*)": "usage.unknown",
    r"invalid choice: (?P<text>.*) \(choose from (?P<choices>.*)\)": "usage.choice",
    r"not allowed with argument (?P<other>.*)": "usage.not_both",
    r"expected one argument": "usage.no_value",
    r"ignored explicit argument (?P<text>.*)": "usage.takes_no_value",
}
"""argparse's own sentences (its message ids), and the keys of ours.

These are the ones that a user of our commands can cause; any other is shown as it is.
"""


def _in_words(message: str, words: Words) -> str:
    """Translate a message of argparse."""
    if about := _ABOUT_ARGUMENT.fullmatch(message):
        return f"{about['name']}: {_in_words(about['problem'], words)}"
    for sentence, key in _SENTENCES.items():
        if said := re.fullmatch(sentence, message, re.DOTALL):
            return words.say(key, **said.groupdict())
    return message
