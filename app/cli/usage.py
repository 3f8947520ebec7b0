"""What argparse says of a command line that it did not understand, in the person's language."""

import re
from collections.abc import Mapping

from app.messages import Words

ABOUT = re.compile(r"argument (?P<name>[^:]+): (?P<problem>.*)", re.DOTALL)
SENTENCES: Mapping[str, str] = {
    r"the following arguments are required: (?P<names>.*)": "usage.required",
    r"unrecognized arguments: (?P<text>.*)": "usage.unknown",
    r"invalid choice: (?P<text>.*) \(choose from (?P<choices>.*)\)": "usage.choice",
    r"not allowed with argument (?P<other>.*)": "usage.not_both",
    r"expected one argument": "usage.no_value",
    r"ignored explicit argument (?P<text>.*)": "usage.takes_no_value",
}
"""argparse's own sentences (its message ids), and the names of ours.

Each is what a user of our commands can bring about; another one would be shown as it is.
"""


def in_words(message: str, words: Words) -> str:
    """The same as the message of argparse."""
    if about := ABOUT.fullmatch(message):
        return f"{about['name']}: {in_words(about['problem'], words)}"
    for sentence, key in SENTENCES.items():
        if said := re.fullmatch(sentence, message, re.DOTALL):
            return words.say(key, **said.groupdict())
    return message
