"""The report as documents: its parts in order, in several volumes where it is long."""

from collections.abc import Iterable, Iterator

from app.check.answer_text import lookalike_rate
from app.enrol.attestation import Attestation
from app.handover.report import document as doc
from app.handover.report.content import Check, Report, Unclear
from app.handover.report.exhibits import ExhibitBlocks
from app.handover.report.overview import Overview
from app.handover.report.shared_blocks import (
    foot_of_bundle,
    footer,
    head,
    hex_lines,
    page_words,
    seal_blocks,
    seal_codes,
    thousands,
    time_in_table,
)
from app.handover.report.volumes import Volume, volumes
from app.messages import Words, plain_name
from app.messages.plain import plain_value
from app.messages.roles import role_text
from app.messages.support import LINES, as_of
from app.messages.times import NONE, korean_and_utc, unix_seconds
from app.scan.pack_text import people_text
from storage.types import Verdict

PARTS = ("short", "overview", "items", "check", "unclear", "decisions", "custody", "limits", "seal")
"""The numbered parts in order; other parts refer to them by number."""


def report_documents(report: Report, language: str) -> Iterator[doc.Document]:
    """Write a report in a language ("ko", "en"): one document for each of its volumes."""
    words = Words(language)
    return (_document(volume, words) for volume in volumes(report))


def _document(volume: Volume, words: Words) -> doc.Document:
    writer = _Writer(volume, words)
    return doc.Document(
        title=words.say("report.title"),
        language=words.language,
        made_unix=unix_seconds(volume.whole.made_utc),
        footer=footer(volume.whole, words),
        page=page_words(words),
        blocks=list(writer.blocks()),
        files=writer.files,
        numbered=volume.number == 1,
        head=_of_volume(head(words.say("report.title"), volume.whole, words), volume, words),
        seal=foot_of_bundle(volume.whole, words),
        end=_end(volume, words),
    )


def _of_volume(text: str, volume: Volume, words: Words) -> str:
    """Return a line that names the volume, where there is more than one."""
    if volume.of == 1:
        return text
    return words.say("report.of_volume", text=text, number=volume.number, of=volume.of)


def _end(volume: Volume, words: Words) -> str:
    last = volume.number == volume.of
    return words.say("report.end" if last else "report.end_of_volume", number=volume.number)


class _Writer:
    def __init__(self, volume: Volume, words: Words) -> None:
        self._volume = volume
        self._report = volume.whole
        self._words = words
        self._say = words.say
        self._parts = ReportParts(words)
        self._exhibits = ExhibitBlocks(words, volume.whole)
        self._overview = Overview(words, volume.whole)
        self.files = self._exhibits.files

    def blocks(self) -> Iterator[doc.Block]:
        yield from self._head()
        yield from self._first() if self._volume.number == 1 else self._further()

    def _first(self) -> Iterator[doc.Block]:
        """Yield all parts, with as many items as fit into the first volume."""
        part, parts = self._volume.report, self._parts
        yield from self._part("short", self._short())
        yield from self._part("overview", self._listed_items())
        yield from self._part("items", self._items(part))
        yield from self._part("check", parts.check(part))
        yield from self._part("unclear", parts.unclear(part.unclear, _number("items")))
        yield from self._part("decisions", parts.decisions(part))
        yield from self._part("custody", parts.custody(part))
        yield from self._part("limits", parts.limits())
        yield from self._together("seal", self._seal())
        yield from self._together("transfer", parts.transfer())
        yield from self._together("officer", parts.officer())
        yield from self._part("help", parts.help())

    def _further(self) -> Iterator[doc.Block]:
        """Yield the items that did not fit into the first volume, and what belongs to them."""
        part, parts = self._volume.report, self._parts
        if self._volume.overview:
            yield from self._part("overview", self._overview.blocks(self._volume.overview))
        if part.exhibits:
            yield from self._part("items", map(self._exhibits.block, part.exhibits))
            yield from self._part("decisions", parts.decisions(part))
        if part.unclear:
            yield from self._part("unclear", parts.unclear(part.unclear, _number("items")))
        yield parts.spelling()

    def _listed_items(self) -> Iterator[doc.Block]:
        if not self._volume.overview:
            yield doc.Text(self._say("report.items.none"))
        yield from self._overview.blocks(self._volume.overview)
        if len(self._volume.overview) < len(self._report.exhibits):
            yield doc.Text(self._say("report.overview.further"), "quiet")

    def _items(self, part: Report) -> Iterator[doc.Block]:
        if not part.exhibits:
            yield doc.Text(self._say("report.items.none"))
        yield from map(self._exhibits.block, part.exhibits)

    def _part(self, name: str, blocks: Iterable[doc.Block]) -> Iterator[doc.Block]:
        yield doc.Heading(self._say(f"report.{name}"))
        yield from blocks

    def _together(self, name: str, blocks: Iterable[doc.Block]) -> Iterator[doc.Block]:
        yield doc.Together(list(self._part(name, blocks)))

    def _head(self) -> Iterator[doc.Block]:
        report = self._report
        eyebrow = self._say("report.eyebrow", case=report.info.id[:8])
        eyebrow = _of_volume(eyebrow, self._volume, self._words)
        yield doc.Title(self._say("report.title"), eyebrow)
        tool = self._say("report.tool.value", version=report.version)
        level = self._say(f"report.level.{report.level}")
        zone = self._say("report.zone.value", tz=report.tz)
        yield doc.Facts(
            [
                doc.Fact(self._say("report.case"), [report.info.id], exact=True),
                doc.Fact(self._say("report.made"), [korean_and_utc(report.made_utc)]),
                doc.Fact(self._say("report.made_by"), [role_text(report.made_by, self._words)]),
                *self._whose(),
                doc.Fact(self._say("report.zone"), [zone]),
                doc.Fact(self._say("report.tool"), [tool]),
                doc.Fact(self._say("report.level"), [level]),
            ],
            framed=True,
        )

    def _whose(self) -> Iterator[doc.Fact]:
        check = self._report.check
        if check is not None and check.role in list(Attestation):
            said = self._say(f"report.attest.{check.role}")
            yield doc.Fact(self._say("report.check.whose"), [said])

    def _short(self) -> Iterator[doc.Block]:
        yield doc.Text(self._say("report.lead"), "notice")
        yield doc.Bullets(list(self._short_sentences()))

    def _short_sentences(self) -> Iterator[str]:
        report = self._report
        handed, all_items = len(report.exhibits), thousands(sum(report.info.items.values()))
        key = "one" if handed == 1 else "many"
        yield self._say(f"report.short.items.{key}", count=thousands(handed), all=all_items)
        confirmed = sum(each.verdict is Verdict.CONFIRM for each in report.exhibits)
        if confirmed:
            by = [each.role for each in report.decisions if each.verdict is Verdict.CONFIRM]
            unsaid = "" if all(by) else ".unsaid"
            yield self._say(f"report.short.confirmed{unsaid}", count=thousands(confirmed))
        yield from self._found_by()
        if len(report.people) > 1:
            several = {"count": len(report.people), "person": report.person}
            yield self._say("report.short.person", **several)
        yield self._checked()
        if report.unclear:
            unclear = {"count": thousands(len(report.unclear)), "part": _number("unclear")}
            yield self._say("report.short.unclear", **unclear)
        else:
            yield self._say("report.short.unclear_none")
        if self._volume.of > 1:
            yield self._say("report.short.volumes", of=self._volume.of)

    def _found_by(self) -> Iterator[str]:
        """Say how many items the own photos found, and how many confirmed faces alone."""
        counts = {found: n for found, n in self._overview.counts().items() if n}
        if self._report.check and counts:
            listed = (
                self._say(
                    "report.short.found",
                    what=self._say(f"report.found.{each}"),
                    count=thousands(count),
                )
                for each, count in counts.items()
            )
            yield " ".join([*listed, self._say("report.short.apart", part=_number("overview"))])

    def _checked(self) -> str:
        if self._report.check is None:
            intact = self._report.custody.intact
            return self._say("report.short.no_check" if intact else "report.custody.no_check")
        names = ("tracks", "items", "strong", "some")
        counts = {name: self._report.check.details.get(name, 0) for name in names}
        none = "" if counts["strong"] or counts["some"] else "_none"
        numbers = {name: thousands(number) for name, number in counts.items()}
        checked = self._say(f"report.short.check{none}", **numbers)
        return " ".join([checked, *self._listed()])

    def _listed(self) -> Iterator[str]:
        """Say how many of the faces that the check found are listed with the items."""
        found = self._report.check.details.get("found") if self._report.check else None
        if found:
            faces = (face for each in self._report.exhibits for face in each.seen)
            listed = sum(face.band is not None for face in faces)
            numbers = {"found": thousands(len(found)), "listed": thousands(listed)}
            yield self._say("report.short.listed", **numbers, part=_number("items"))

    def _seal(self) -> Iterator[doc.Block]:
        sealed = self._report.sealed
        if sealed is None:
            yield doc.Text(self._say("report.seal.none"))
            return
        yield doc.Text(self._say("report.seal.what"), "intro")
        self.files |= seal_codes(sealed)
        yield from seal_blocks(sealed, self._words)


def _number(part: str) -> int:
    return PARTS.index(part) + 1


LIMITS = ("items", "lead", "groups", "made", "told", "hashes", "time")
TRANSFERS = 3
"""Rows of the table of those who hand the bundle on."""
OFFICER = ("name", "office", "number", "received", "telephone", "signature")


class ReportParts:
    """Writes the parts around the items: the check, what is unclear, the log, the limits."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._say = words.say

    def check(self, report: Report) -> Iterator[doc.Block]:
        """Describe the last check: program, models, thresholds, and look-alikes to expect."""
        check = report.check
        if check is None:
            key = "check.none" if report.custody.intact else "custody.no_check"
            yield doc.Text(self._say(f"report.{key}"))
            return
        facts = [*self._whose(check), *self._with(check), *self._outcome(check)]
        yield doc.Facts(facts)
        details = check.details
        if details.get("confirmed"):
            yield doc.Text(self._say("report.check.left_out"))
        if not details.get("calibrated", True):
            yield doc.Text(self._say("report.check.unmeasured"))
        if check.poor_at:
            told_apart = people_text(check.poor_at, self._words)
            yield doc.Text(self._say("report.check.poor", people=told_apart))

    def _whose(self, check: Check) -> Iterator[doc.Fact]:
        yield self._fact("check.when", korean_and_utc(check.at_utc))
        if check.role in list(Attestation):
            yield self._fact("check.whose", self._say(f"report.attest.{check.role}"))
        challenge = check.attested.get("challenge")
        if challenge in ("none", "skipped", "passed"):
            yield self._fact("challenge", self._say(f"report.challenge.{challenge}"))
        photos, confirmed = check.details.get("photos", 0), check.details.get("confirmed", 0)
        used = self._say("report.check.photos.value", photos=photos, confirmed=confirmed)
        yield self._fact("check.photos", used)

    def _with(self, check: Check) -> Iterator[doc.Fact]:
        details = check.details
        if "version" in details:
            yield self._fact("check.version", f"Geoul {plain_value(details['version'])}")
        pack = [plain_value(details.get("pack", "")), plain_value(details.get("pipeline", ""))]
        yield self._fact("check.pack", *pack)
        for name, sha256 in check.files:
            yield doc.Fact(self._say("report.check.file"), [name, sha256], exact=True)
        for group in check.groups:
            if group["pipeline"] != details.get("pipeline"):
                numbers = {name: thousands(group[name]) for name in ("items", "tracks")}
                value = self._say("report.check.compared.value", **numbers)
                yield self._fact("check.older", plain_value(group["pipeline"]), value)

    def _outcome(self, check: Check) -> Iterator[doc.Fact]:
        details = check.details
        numbers = {
            "tracks": thousands(details.get("tracks", 0)),
            "items": thousands(details.get("items", 0)),
        }
        yield self._fact("check.compared", self._say("report.check.compared.value", **numbers))
        if cohort := details.get("cohort"):
            key = f"report.crowd.{cohort['origin']}"
            yield self._fact("check.crowd", self._say(key, count=thousands(cohort["size"])))
        if threshold := details.get("threshold"):
            value = self._say("report.check.threshold.value", **threshold)
            yield self._fact("check.threshold", value)
        if expected := details.get("expected"):
            often = {
                band: lookalike_rate(float(each), self._words) for band, each in expected.items()
            }
            value = self._say("report.check.expected.value", **often)
            yield self._fact("check.expected", value)
        found = {"strong": details.get("strong", 0), "some": details.get("some", 0)}
        lines = [self._say("report.check.found.value", **found)]
        came_up, by_photos = details.get("found"), details.get("by_photos")
        if isinstance(came_up, list) and isinstance(by_photos, list):
            further = thousands(len(came_up) - len(by_photos))
            lines.append(self._say("report.check.found.with_confirmed", count=further))
        yield self._fact("check.found", *lines)

    def unclear(self, unclear: tuple[Unclear, ...], part_of_items: int) -> Iterator[doc.Block]:
        """List what could not be checked, and why."""
        if not unclear:
            yield doc.Text(self._say("report.short.unclear_none"))
            return
        yield doc.Text(self._say("report.unclear.what", part=part_of_items), "intro")
        columns = [
            doc.Column(self._say("report.unclear.item"), right=True),
            doc.Column(self._say("report.name"), 1.2),
            doc.Column(self._say("report.unclear.why"), 1),
        ]
        yield doc.Table(columns, [self._unclear_row(each) for each in unclear])

    def _unclear_row(self, each: Unclear) -> list[str]:
        why = self._say(f"report.reason.{each.reason}")
        if each.partly:
            why = self._say("report.unclear.partly", why=why)
        return [str(each.item), plain_name(each.name or NONE), why]

    def decisions(self, report: Report) -> Iterator[doc.Block]:
        """List who decided what, and when."""
        if not report.decisions:
            yield doc.Text(self._say("report.decisions.none"))
            return
        names = {"item": 0.4, "face": 0.7, "what": 1.4, "who": 1.2, "when": 1.9}
        columns = [
            doc.Column(self._say(f"report.decisions.{name}"), width)
            for name, width in names.items()
        ]
        rows = [
            [
                str(each.item),
                self._say("report.decisions.whole") if each.face is None else str(each.face),
                self._say(f"report.decided.{each.verdict}"),
                role_text(each.role, self._words),
                time_in_table(each.at_utc),
            ]
            for each in report.decisions
        ]
        yield doc.Table(columns, rows, compact=True)

    def custody(self, report: Report) -> Iterator[doc.Block]:
        """Summarise the custody log."""
        custody = report.custody
        yield doc.Text(self._say("report.custody.what"), "intro")
        fits = self._say(f"report.custody.{'ok' if custody.intact else 'broken'}")
        entries = f"{thousands(custody.head.entries)}. {fits}"
        head = self._say("report.custody.head")
        yield doc.Facts(
            [
                self._fact("custody.entries", entries),
                doc.Fact(head, hex_lines(custody.head.sha256), exact=True),
            ]
        )
        if custody.unlike:
            items = ", ".join(map(str, custody.unlike))
            yield doc.Text(self._say("report.custody.unlike", items=items), "notice")
        if custody.statements_unlike:
            yield doc.Text(self._say("report.custody.statements_unlike"), "notice")
        names = {"step": 1.0, "count": 0.0, "first": 1.4, "last": 1.4}
        columns = [
            doc.Column(self._say(f"report.custody.{name}"), width, right=name == "count")
            for name, width in names.items()
        ]
        rows = [
            [self._step(action), thousands(times), *self._span(custody.spans[action])]
            for action, times in custody.counts.items()
        ]
        yield doc.Table(columns, rows, compact=True)

    def _step(self, action: str) -> str:
        """Return an action in words; one of a newer program keeps its name from the log."""
        key = f"report.step.{action}"
        return self._say(key) if self._words.knows(key) else plain_value(action)

    def _span(self, span: tuple[str, str]) -> list[str]:
        return [time_in_table(each) for each in span]

    def limits(self) -> Iterator[doc.Block]:
        """List what must not be concluded from the report."""
        yield doc.Bullets([self._say(f"report.limits.{each}") for each in LIMITS])
        yield self.spelling()

    def spelling(self) -> doc.Block:
        """Explain how characters that cannot be printed are written."""
        return doc.Spelling(self._say("report.spelling"))

    def transfer(self) -> Iterator[doc.Block]:
        """Leave room for everybody who hands the bundle on and everybody who receives it."""
        yield doc.Text(self._say("report.transfer.what"), "intro")
        widths = {"when": 1.1, "from": 1.5, "to": 1.5, "why": 1.2}
        columns = [
            doc.Column(self._say(f"report.transfer.{name}"), width)
            for name, width in widths.items()
        ]
        yield doc.Form(columns, TRANSFERS)

    def officer(self) -> Iterator[doc.Block]:
        """Leave room for the officer to fill in by hand."""
        labels = [self._say(f"report.officer.{each}") for each in OFFICER]
        yield doc.Blanks(labels, self._say("report.officer.notes"))

    def help(self) -> Iterator[doc.Block]:
        """List the organisations that help."""
        widths = {"who": 1.2, "contact": 0.7, "for": 2.0}
        columns = [
            doc.Column(self._say(f"report.help.{name}"), width) for name, width in widths.items()
        ]
        rows = [
            [
                self._say(f"support.{line.key}"),
                line.contact,
                self._say(f"support.{line.key}.for"),
            ]
            for line in LINES
        ]
        yield doc.Table(columns, rows)
        yield doc.Text(self._say("support.young"), "quiet")
        yield doc.Text(self._say("support.as_of", **as_of()), "quiet")

    def _fact(self, name: str, *lines: str) -> doc.Fact:
        return doc.Fact(self._say(f"report.{name}"), lines)
