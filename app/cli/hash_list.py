"""Write the hashes of confirmed items to a file for another service."""

from argparse import Namespace
from pathlib import Path

from app.cli.opening import open_case
from app.cli.terminal import Terminal
from app.handover.hash_list import HashKind, write_hash_list
from app.program import Services


def hashes(options: Namespace, terminal: Terminal, services: Services) -> None:
    """`geoul hashes`."""
    kind = HashKind(options.kind)
    with open_case(options, terminal, services) as case:
        made = write_hash_list(case, Path(options.out), kind, options.role)
    terminal.answer(
        {
            "file": options.out,
            "kind": options.kind,
            "items": list(made.items),
            "left_out": list(made.left_out),
            "lines": made.lines,
        }
    )
    terminal.say("hashes.made", path=options.out, lines=made.lines, items=len(made.items))
    terminal.say(f"hashes.what.{kind}")
    if made.left_out:
        numbers = ", ".join(map(str, made.left_out))
        terminal.say("hashes.left_out", count=len(made.left_out), items=numbers)
    terminal.say("hashes.care")
