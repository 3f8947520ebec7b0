"""The commands and options of the command line.

Nothing heavy is imported here, so that --help stays quick.
"""

import argparse
import importlib
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

from app.cli.arguments import Parser
from app.messages import Words, plain


class _EnumValues:
    """The values of an enumeration, as choices that are imported only once somebody needs them."""

    def __init__(self, path: str) -> None:
        """Take "module:enumeration"."""
        self._module, _, self._name = path.partition(":")

    def __iter__(self) -> Iterator[str]:
        return (str(each) for each in getattr(importlib.import_module(self._module), self._name))

    def __contains__(self, value: object) -> bool:
        return value in tuple(self)


_STATES = _EnumValues("storage.types:ItemState")
_VERDICTS = _EnumValues("storage.types:Verdict")
_MEDIA = _EnumValues("storage.types:KeptMedia")
_ATTESTATIONS = _EnumValues("app.enrol.attestation:Attestation")
_LEVELS = _EnumValues("app.handover.bundle_plan:Level")
_DOCUMENT_LANGUAGES = _EnumValues("app.handover.document_language:DocumentLanguage")
_HASH_KINDS = _EnumValues("app.handover.hash_list:HashKind")


class _Version(argparse.Action):
    def __call__(
        self, parser: argparse.ArgumentParser, _: Any, rest: Any, _option: Any = None
    ) -> NoReturn:
        from importlib.metadata import version

        if rest not in ([], ["--verbose"]):
            parser.error(f"--version {' '.join(rest)}")
        sys.stdout.write(f"geoul {version('geoul')}\n")
        if rest:
            from app.cli.versions import versions

            for name, number in versions().items():
                sys.stdout.write(f"{name} {number}\n")
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
            parser.option("-q", "--quiet", action="store_true")
            parser.option("--json", action="store_true")
        return parser


def parser(words: Words) -> Parser:
    """Build the parser of the whole command line, in the person's language."""
    top = Parser(words, prog="geoul", description=words.say("help.about"))
    top.options.add_argument(
        "--version", action=_Version, nargs=argparse.REMAINDER, help=words.say("help.version")
    )
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
    demo.option("--keep", metavar="FOLDER", nargs="?", const="geoul-demo")


def _case(commands: _Commands) -> None:
    case = commands.add("case", None)
    kinds = _Commands(case, dest="kind", required=True)
    new = kinds.add("new", "app.cli.cases:new", "case.new")
    new.positional("CASE")
    new.option("--media", choices=_MEDIA, default="none")
    new.option("--no-crops", action="store_true")
    new.option("--passphrase-file", metavar="FILE")
    info = kinds.add("info", "app.cli.cases:info", "case.info")
    _case_options(info)
    passphrase = kinds.add("passphrase", "app.cli.cases:passphrase", "case.passphrase")
    _case_options(passphrase)
    passphrase.option("--new-passphrase-file", metavar="FILE")


def _content(commands: _Commands) -> None:
    add = commands.add("add", "app.cli.intake:add")
    _case_options(add)
    add.positional("PATH", nargs="*")
    add.option("--link", metavar="URL", default="")
    for name in (
        *("url", "platform", "title", "account", "room", "room-link", "time", "how"),
        *("personal-data", "note"),
    ):
        add.option(f"--{name}", metavar="TEXT", default="")
    add.option("--role", metavar="TEXT", default="")
    add.option("--meta", metavar="FILE")
    _scan_options(add)
    scan = commands.add("scan", "app.cli.scan:scan")
    _case_options(scan)
    _scan_options(scan)
    capture = commands.add("capture", "app.cli.handover:capture")
    _case_options(capture)
    capture.positional("PATH", nargs="*")
    capture.option("--of", metavar="ITEM", type=_number(commands))
    capture.option("--covered", action="store_true")
    capture.option("--item", metavar="N", type=_number(commands), action="append")
    capture.option("--none", action="store_true")
    for name in ("--url", "--platform", "--note", "--role"):
        capture.option(name, metavar="TEXT", default="")
    check = commands.add("check", "app.cli.check:check")
    _case_options(check)
    check.option("--me", metavar="PHOTO", action="append", required=True)
    check.option("--attest", choices=_ATTESTATIONS, required=True)
    check.option("--person", metavar="N|new", type=_number_or_new(commands))


def _review(commands: _Commands) -> None:
    items = commands.add("list", "app.cli.review:list_items")
    _case_options(items)
    items.option("--state", choices=_STATES)
    show = commands.add("show", "app.cli.review:show")
    _case_options(show)
    show.positional("ITEM", type=_number(commands))
    show.option("--role", metavar="TEXT", default="")
    decide = commands.add("decide", "app.cli.review:decide")
    _case_options(decide)
    decide.positional("ITEM", type=_number(commands))
    decide.positional("VERDICT", choices=_VERDICTS)
    decide.option("--face", metavar="N", type=_number(commands))
    decide.option("--role", metavar="TEXT", default="")
    decide.option("--person", metavar="N", type=_number(commands))
    note = commands.add("note", "app.cli.intake:note")
    _case_options(note)
    note.positional("ITEMS")
    note.positional("FIELDS", metavar="FIELD=TEXT", nargs="*")
    note.option("--photo", metavar="FILE")
    note.option("--only-missing", action="store_true")
    note.option("--role", metavar="TEXT", default="")
    sources = commands.add("sources", "app.cli.review:sources")
    _case_options(sources)
    sources.positional("ITEM", type=_number(commands))
    sources.positional("PHOTOS", metavar="FOLDER")
    sources.option("--attest", choices=_ATTESTATIONS, required=True)
    sources.option("--face", metavar="N", type=_number(commands))
    copy = commands.add("copy", "app.cli.cases:copy")
    _case_options(copy)
    copy.positional("CHECKCOPY")
    copy.option("--copy-passphrase-file", metavar="FILE")


def _bundle(commands: _Commands) -> None:
    export = commands.add("export", "app.cli.handover:export")
    _case_options(export)
    export.positional("OUT")
    export.option("--items", metavar="WHICH", default="confirmed")
    export.option("--level", choices=_LEVELS, default="list")
    export.option("--language", choices=_DOCUMENT_LANGUAGES)
    export.option("--role", metavar="TEXT", default="")
    export.option("--person", metavar="N", type=_number(commands))
    lock = export.options.add_mutually_exclusive_group()
    export.option("--bundle-passphrase-file", metavar="FILE", among=lock)
    export.option("--age", metavar="RECIPIENT", among=lock)
    export.option("--small-set", action="store_true")
    export.option("--letters", action="store_true")
    export.option("--name", metavar="TEXT", default="")
    hashes = commands.add("hashes", "app.cli.handover:hashes")
    _case_options(hashes)
    hashes.positional("OUT")
    hashes.option("--kind", choices=_HASH_KINDS, default="pdq")
    hashes.option("--role", metavar="TEXT", default="")
    hashes.option("--person", metavar="N", type=_number(commands))
    verify = commands.add("verify", "app.cli.handover:verify")
    verify.positional("BUNDLE")
    verify.option("--bundle-passphrase-file", metavar="FILE")
    verify.option("--identity-file", metavar="FILE")
    verify.option("--fingerprint", metavar="HEX")
    verify.option("--timestamp", metavar="FILE", action="append")
    verify.option("--timestamp-roots", metavar="FILE")
    verify.option("--case", metavar="CASE")
    verify.option("--passphrase-file", metavar="FILE")
    verify.option("--recovery-code-file", metavar="FILE")


def _models(commands: _Commands) -> None:
    models = commands.add("models", "app.cli.packs:list_packs")
    kinds = _Commands(models, dest="kind", required=False)
    add = kinds.add("add", "app.cli.packs:add_pack", "models.add")
    add.positional("PATH")


def _case_options(parser: Parser) -> None:
    parser.positional("CASE")
    parser.option("--passphrase-file", metavar="FILE")
    parser.option("--recovery-code-file", metavar="FILE")


def _scan_options(parser: Parser) -> None:
    parser.option("--pack", metavar="NAME")
    parser.option("--password-file", metavar="FILE")
    parser.option("--owner", metavar="NAME")


NEW = "new"
"""What is typed for a person who was not checked before."""


def _number_or_new(commands: _Commands) -> Any:
    number = _number(commands)

    def number_or_new(text: str) -> int | str:
        return NEW if text == NEW else int(number(text))

    return number_or_new


def _number(commands: _Commands) -> Any:
    def number(text: str) -> int:
        if text.isascii() and text.isdecimal() and len(text) < 16:
            return int(text)
        raise argparse.ArgumentTypeError(commands.say("usage.number", text=plain(text)))

    return number
