"""Run the demo and print what it found."""

from argparse import Namespace
from pathlib import Path

from app.cli.check import answer_record, say_support
from app.cli.packs import say_pack
from app.cli.progress import run_with_progress
from app.cli.terminal import Terminal
from app.demo.folder import sample_folder
from app.demo.run import DemoResult, SampleResult, run_demo
from app.messages import Words
from app.messages.terminal_columns import padded
from app.messages.times import clock_time, clock_time_after
from app.program import Services
from face.packs import DEFAULT_PACK


def demo(options: Namespace, terminal: Terminal, services: Services) -> int:
    """Run `geoul demo`; exit status 1 when the answer is not the expected one."""
    keep = Path(options.keep) if options.keep else None
    terminal.say("demo.what")
    terminal.blank()
    say_pack(DEFAULT_PACK, terminal, services)
    with sample_folder(keep) as folder:
        shown = run_with_progress(run_demo(folder, services), terminal, "progress.demo")
        terminal.answer(_record(shown))
        _say(shown, terminal)
        if keep:
            terminal.say("demo.kept", folder=str(folder), passphrase=shown.passphrase)
        else:
            terminal.say("demo.gone")
    say_support(terminal)
    return 0 if shown.right else 1


def _record(shown: DemoResult) -> dict[str, object]:
    return {
        "ok": shown.right,
        "seconds": {step: round(seconds, 3) for step, seconds in shown.seconds.items()},
        "planted": [
            {
                "name": seen.sample.name,
                "how": seen.sample.how,
                "planted": seen.sample.planted,
                "band": seen.hit and seen.hit.band,
                "time_ms": seen.hit and seen.hit.time_ms,
                "interval_ms": seen.hit and list(seen.hit.interval_ms),
                "unchecked": seen.reason,
                "ok": seen.right,
            }
            for seen in shown.seen
        ],
        "left_out": shown.left_out,
        "check": answer_record(shown.answer),
    }


def _say(shown: DemoResult, terminal: Terminal) -> None:
    words = terminal.words
    terminal.blank()
    for seen in shown.seen:
        terminal.say(
            "demo.line",
            name=padded(seen.sample.name, 18),
            how=padded(words.say(f"demo.how.{seen.sample.how}"), 34),
            found=_found(seen, terminal),
            mark="" if seen.right else words.say("demo.wrong"),
        )
    terminal.blank()
    if shown.left_out:
        terminal.say("demo.left_out", count=shown.left_out)
    terminal.say("demo.right" if shown.right else "demo.not_right")
    steps = (_step(each, shown, words) for each in shown.seconds)
    terminal.say("demo.seconds", steps=", ".join(steps))


def _step(step: str, shown: DemoResult, words: Words) -> str:
    seconds = f"{shown.seconds[step]:.1f}"
    return words.say("demo.step_seconds", step=words.say(f"demo.step.{step}"), seconds=seconds)


def _found(seen: SampleResult, terminal: Terminal) -> str:
    say = terminal.words.say
    if seen.hit is None:
        return terminal.words.reason(seen.reason) if seen.reason else say("demo.found.none")
    found = say(f"demo.found.{seen.hit.band}")
    first, last = seen.hit.interval_ms
    if not last:
        return found
    return f"{found}, {clock_time(first)} - {clock_time_after(last)}"
