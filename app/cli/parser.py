"""The words that a person may type. Nothing heavy is imported here: --help has to be quick."""

import argparse
import sys
from typing import Any, NoReturn

from app.cli.arguments import Parser
from app.enrol.attestation import Attestation
from app.messages import Words, plain

STATES = ("pending", "done", "no-face", "unchecked")
VERDICTS = ("confirm", "reject", "unsure")
ATTESTATIONS = tuple(each.value for each in Attestation)
MEDIA = ("none", "originals")
LEVELS = ("list", "crops", "originals")
HASHES = ("pdq", "vpdq", "md5")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from importlib.metadata import version

        sys.stdout.write(f"geoul {version('geoul')}\n")
        parser.exit()


class _Commands:
    """Adds commands to a parser; each names the function that runs it, imported when it is."""

    def __init__(self, parent: Parser, **settings: Any) -> None:
        self._words = parent.words
        self._commands = parent.add_subparsers(
            title=parent.words.say("help.commands"), metavar="COMMAND", **settings
        )

    def say(self, key: str, **values: object) -> str:
        return self._words.say(key, **values)

    def add(self, name: str, runs: str | None, key: str = "") -> Parser:
        help_text = self._words.say(f"help.{key or name}")
        parser: Parser = self._commands.add_parser(
            name, words=self._words, help=help_text, description=help_text
        )
        if runs:
            parser.set_defaults(runs=runs)
            parser.flag("-q", "--quiet", action="store_true")
            parser.flag("--json", action="store_true")
        return parser


def parser(words: Words) -> Parser:
    """The whole command line."""
    top = Parser(words, prog="geoul", description=words.say("help.about"))
    top.options.add_argument("--version", action=_Version, nargs=0, help=words.say("help.version"))
    commands = _Commands(top, dest="command", required=True)
    _demo(commands)
    _case(commands)
    _content(commands)
    _review(commands)
    _bundle(commands)
    _models(commands)
    return top


def _demo(commands: _Commands) -> None:
    demo = commands.add("demo", "app.cli.demo:demo")
    demo.flag("--keep", metavar="FOLDER", nargs="?", const="geoul-demo")


def _case(commands: _Commands) -> None:
    case = commands.add("case", None)
    kinds = _Commands(case, dest="kind", required=True)
    new = kinds.add("new", "app.cli.cases:new", "case.new")
    new.place("CASE")
    new.flag("--media", choices=MEDIA, default="none")
    new.flag("--no-crops", action="store_true")
    new.flag("--passphrase-file", metavar="FILE")
    info = kinds.add("info", "app.cli.cases:info", "case.info")
    _opens_case(info)
    passphrase = kinds.add("passphrase", "app.cli.cases:passphrase", "case.passphrase")
    _opens_case(passphrase)
    passphrase.flag("--new-passphrase-file", metavar="FILE")


def _content(commands: _Commands) -> None:
    add = commands.add("add", "app.cli.add:add")
    _opens_case(add)
    add.place("PATH", nargs="*")
    add.flag("--link", metavar="URL", default="")
    for name in ("url", "platform", "title", "account", "room", "room-link", "time", "how", "note"):
        add.flag(f"--{name}", metavar="TEXT", default="")
    add.flag("--role", metavar="TEXT", default="")
    add.flag("--meta", metavar="FILE")
    _looks(add)
    scan = commands.add("scan", "app.cli.scan:scan")
    _opens_case(scan)
    _looks(scan)
    capture = commands.add("capture", "app.cli.capture:capture")
    _opens_case(capture)
    capture.place("PATH", nargs="*")
    capture.flag("--of", metavar="ITEM", type=_number(commands))
    capture.flag("--covered", action="store_true")
    capture.flag("--item", metavar="N", type=_number(commands), action="append")
    capture.flag("--none", action="store_true")
    for name in ("--url", "--platform", "--note", "--role"):
        capture.flag(name, metavar="TEXT", default="")
    check = commands.add("check", "app.cli.check:check")
    _opens_case(check)
    check.flag("--me", metavar="PHOTO", action="append", required=True)
    check.flag("--attest", choices=ATTESTATIONS, required=True)


def _review(commands: _Commands) -> None:
    items = commands.add("list", "app.cli.review:list_items")
    _opens_case(items)
    items.flag("--state", choices=STATES)
    show = commands.add("show", "app.cli.review:show")
    _opens_case(show)
    show.place("ITEM", type=_number(commands))
    show.flag("--role", metavar="TEXT", default="")
    decide = commands.add("decide", "app.cli.review:decide")
    _opens_case(decide)
    decide.place("ITEM", type=_number(commands))
    decide.place("VERDICT", choices=VERDICTS)
    decide.flag("--face", metavar="N", type=_number(commands))
    decide.flag("--role", metavar="TEXT", default="")
    note = commands.add("note", "app.cli.provenance:note")
    _opens_case(note)
    note.place("ITEMS")
    note.place("FIELDS", metavar="FIELD=TEXT", nargs="*")
    note.flag("--photo", metavar="FILE")
    note.flag("--role", metavar="TEXT", default="")
    sources = commands.add("sources", "app.cli.sources:sources")
    _opens_case(sources)
    sources.place("ITEM", type=_number(commands))
    sources.place("PHOTOS", metavar="FOLDER")
    sources.flag("--attest", choices=ATTESTATIONS, required=True)
    sources.flag("--face", metavar="N", type=_number(commands))
    copy = commands.add("copy", "app.cli.cases:copy")
    _opens_case(copy)
    copy.place("CHECKCOPY")
    copy.flag("--copy-passphrase-file", metavar="FILE")


def _bundle(commands: _Commands) -> None:
    export = commands.add("export", "app.cli.export:export")
    _opens_case(export)
    export.place("OUT")
    export.flag("--items", metavar="WHICH", default="confirmed")
    export.flag("--level", choices=LEVELS, default="list")
    export.flag("--role", metavar="TEXT", default="")
    lock = export.options.add_mutually_exclusive_group()
    export.flag("--bundle-passphrase-file", metavar="FILE", among=lock)
    export.flag("--age", metavar="RECIPIENT", among=lock)
    export.flag("--small-set", action="store_true")
    export.flag("--letters", action="store_true")
    export.flag("--name", metavar="TEXT", default="")
    hashes = commands.add("hashes", "app.cli.hash_list:hashes")
    _opens_case(hashes)
    hashes.place("OUT")
    hashes.flag("--kind", choices=HASHES, default="pdq")
    hashes.flag("--role", metavar="TEXT", default="")
    verify = commands.add("verify", "app.cli.verify:verify")
    verify.place("BUNDLE")
    verify.flag("--bundle-passphrase-file", metavar="FILE")
    verify.flag("--identity-file", metavar="FILE")
    verify.flag("--fingerprint", metavar="HEX")
    verify.flag("--timestamp", metavar="FILE", action="append")
    verify.flag("--case", metavar="CASE")
    verify.flag("--passphrase-file", metavar="FILE")
    verify.flag("--recovery-code-file", metavar="FILE")


def _models(commands: _Commands) -> None:
    models = commands.add("models", "app.cli.packs:list_packs")
    kinds = _Commands(models, dest="kind", required=False)
    add = kinds.add("add", "app.cli.packs:add_pack", "models.add")
    add.place("PATH")


def _opens_case(parser: Parser) -> None:
    parser.place("CASE")
    parser.flag("--passphrase-file", metavar="FILE")
    parser.flag("--recovery-code-file", metavar="FILE")


def _looks(parser: Parser) -> None:
    parser.flag("--pack", metavar="NAME")
    parser.flag("--password-file", metavar="FILE")
    parser.flag("--owner", metavar="NAME")


def _number(commands: _Commands) -> Any:
    def number(text: str) -> int:
        if text.isascii() and text.isdecimal() and len(text) < 16:
            return int(text)
        raise argparse.ArgumentTypeError(commands.say("usage.number", text=plain(text)))

    return number
