import argparse
from collections.abc import Iterator

import pytest

from app.cli.arguments import Parser
from app.cli.parser import parser
from app.messages import Words


def leaves(command: Parser) -> Iterator[Parser]:
    """Every command that has none below it."""
    below = [each for each in command._actions if isinstance(each, argparse._SubParsersAction)]
    if not below:
        yield command
    for action in below:
        for each in action.choices.values():
            yield from leaves(each)


COMMANDS = {each.prog: each for each in leaves(parser(Words("en")))}


def one_for(action: argparse.Action) -> str:
    """A word that the action takes."""
    if action.choices:
        return str(next(iter(action.choices)))
    return "3" if action.type else action.dest


def placed(command: Parser) -> list[str]:
    """What stands in the places of a command; two where there may be any number."""
    places = [each for each in command._actions if not each.option_strings]
    return [
        f"{one_for(each)}{number or ''}"
        for each in places
        for number in range(2 if each.nargs == "*" else 1)
    ]


def options(command: Parser) -> list[list[str]]:
    """Every option of a command, with a value where it takes one."""
    named = [each for each in command._actions if each.option_strings]
    return [
        [each.option_strings[-1], *([one_for(each)] if each.nargs != 0 else [])]
        for each in named
        if each.dest != "help"
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_an_option_may_stand_anywhere(name: str) -> None:
    command = COMMANDS[name]
    words, required = placed(command), [each.dest for each in command._actions if each.required]
    given = options(command)
    needed = [each for each in given if each[0].lstrip("-") in required]
    for option in given:
        rest = [word for each in needed if each != option for word in each]
        meant = command.parse_args([*words, *rest, *option])
        for at in range(len(words) + 1):
            typed = [*words[:at], *option, *words[at:], *rest]
            assert command.parse_args(typed) == meant, typed


@pytest.mark.parametrize(
    ("typed", "paths"),
    [
        (["c", "--url", "u", "a"], ["a"]),
        (["--url", "u", "c", "a", "-q", "b"], ["a", "b"]),
        (["c", "--url=u v", "a"], ["a"]),
        (["c", "-3.png", "-", "-my cat.png"], ["-3.png", "-", "-my cat.png"]),
        (["--url", "u", "c", "--", "-a", "--json"], ["-a", "--json"]),
        (["c", "--url", "u"], []),
    ],
)
def test_what_stands_for_itself_keeps_its_order(typed: list[str], paths: list[str]) -> None:
    found = COMMANDS["geoul add"].parse_args(typed)
    assert (found.case, found.path) == ("c", paths)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["c", "--bogus", "a"], "--bogus"),
        (["c", "a", "--url"], "--url: a value must follow"),
        (["--url", "--json", "c"], "--url: a value must follow"),
        (["--url", "u"], "missing: CASE, PATH"),
    ],
)
def test_what_is_wrong_is_still_said(
    typed: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        COMMANDS["geoul add"].parse_args(typed)
    assert f"{says}. See" in capsys.readouterr().err
