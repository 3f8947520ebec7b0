"""The report as a document."""

from collections.abc import Iterable, Iterator

from app.handover.report import document as doc
from app.handover.report.content import Report
from app.handover.report.exhibits import ExhibitBlocks
from app.handover.report.parts import Parts
from app.handover.report.seal import seal_blocks, seal_codes
from app.handover.report.values import count
from app.handover.report.volumes import Volume, volumes
from app.messages import Words
from app.messages.times import both, kst, unix
from storage.types import Verdict

PARTS = ("short", "items", "check", "unclear", "decisions", "custody", "limits", "seal")
"""In this order; a part is referred to by its number."""


def report_documents(report: Report, language: str) -> Iterator[doc.Document]:
    """Put the report into words: one document, or one for each volume of a long one."""
    words = Words(language)
    return (_document(volume, words) for volume in volumes(report))


def _document(volume: Volume, words: Words) -> doc.Document:
    writer = _Writer(volume, words)
    return doc.Document(
        title=words.say("report.title"),
        language=words.language,
        made_unix=unix(volume.whole.made_utc),
        footer=footer(volume.whole, words),
        page=page_words(words),
        blocks=list(writer.blocks()),
        files=writer.files,
        numbered=volume.number == 1,
    )


def footer(report: Report, words: Words) -> str:
    """At the foot of every page: of which case, from when."""
    made = f"{kst(report.made_utc)} KST"
    case = report.info.id[:8]
    return words.say("report.footer", version=report.version, case=case, made=made)


def page_words(words: Words) -> str:
    """How a page is counted; the typesetter knows the numbers."""
    return words.say("report.page", page="{page}", pages="{pages}")


class _Writer:
    def __init__(self, volume: Volume, words: Words) -> None:
        self._volume = volume
        self._report = volume.whole
        self._words = words
        self._say = words.say
        self._parts = Parts(words)
        self._exhibits = ExhibitBlocks(words, volume.whole.level)
        self.files = self._exhibits.files

    def blocks(self) -> Iterator[doc.Block]:
        yield from self._head()
        yield from self._first() if self._volume.number == 1 else self._further()

    def _first(self) -> Iterator[doc.Block]:
        """All parts, with as many items as go into one volume."""
        part, parts = self._volume.report, self._parts
        yield from self._part("short", self._short())
        yield from self._part("items", self._items(part))
        yield from self._part("check", parts.check(part))
        yield from self._part("unclear", parts.unclear(part.unclear, _number("items")))
        yield from self._part("decisions", parts.decisions(part))
        yield from self._part("custody", parts.custody(part))
        yield from self._part("limits", parts.limits())
        yield from self._part("seal", self._seal())
        yield from self._part("officer", parts.officer())
        yield from self._part("help", parts.help())

    def _further(self) -> Iterator[doc.Block]:
        """What did not go into the first."""
        part, parts = self._volume.report, self._parts
        if part.exhibits:
            yield from self._part("items", map(self._exhibits.block, part.exhibits))
            yield from self._part("decisions", parts.decisions(part))
        if part.unclear:
            yield from self._part("unclear", parts.unclear(part.unclear, _number("items")))
        yield parts.spelling()

    def _items(self, part: Report) -> Iterator[doc.Block]:
        if not part.exhibits:
            yield doc.Text(self._say("report.items.none"))
        yield from map(self._exhibits.block, part.exhibits)

    def _part(self, name: str, blocks: Iterable[doc.Block]) -> Iterator[doc.Block]:
        yield doc.Heading(self._say(f"report.{name}"))
        yield from blocks

    def _head(self) -> Iterator[doc.Block]:
        report = self._report
        eyebrow = self._say("report.eyebrow", case=report.info.id[:8])
        if self._volume.of > 1:
            number = {"number": self._volume.number, "of": self._volume.of}
            eyebrow = self._say("report.eyebrow.volume", eyebrow=eyebrow, **number)
        yield doc.Title(self._say("report.title"), eyebrow)
        tool = self._say("report.tool.value", version=report.version)
        level = self._say(f"report.level.{report.level}")
        zone = self._say("report.zone.value", tz=report.tz)
        yield doc.Facts(
            [
                doc.Fact(self._say("report.case"), [report.info.id], exact=True),
                doc.Fact(self._say("report.made"), [both(report.made_utc)]),
                doc.Fact(self._say("report.zone"), [zone]),
                doc.Fact(self._say("report.tool"), [tool]),
                doc.Fact(self._say("report.level"), [level]),
            ]
        )

    def _short(self) -> Iterator[doc.Block]:
        yield doc.Text(self._say("report.lead"), "notice")
        yield doc.Bullets(list(self._short_sentences()))

    def _short_sentences(self) -> Iterator[str]:
        report = self._report
        handed, all_items = len(report.exhibits), count(sum(report.info.items.values()))
        key = "one" if handed == 1 else "many"
        yield self._say(f"report.short.items.{key}", count=count(handed), all=all_items)
        confirmed = sum(each.verdict is Verdict.CONFIRM for each in report.exhibits)
        if confirmed:
            by = [each.role for each in report.decisions if each.verdict is Verdict.CONFIRM]
            unsaid = "" if all(by) else ".unsaid"
            yield self._say(f"report.short.confirmed{unsaid}", count=count(confirmed))
        yield self._checked()
        if report.unclear:
            unclear = {"count": count(len(report.unclear)), "part": _number("unclear")}
            yield self._say("report.short.unclear", **unclear)
        else:
            yield self._say("report.short.unclear_none")
        if self._volume.of > 1:
            yield self._say("report.short.volumes", of=self._volume.of)

    def _checked(self) -> str:
        if self._report.check is None:
            intact = self._report.custody.intact
            return self._say("report.short.no_check" if intact else "report.custody.no_check")
        names = ("tracks", "items", "strong", "some")
        said = {name: self._report.check.said.get(name, 0) for name in names}
        none = "" if said["strong"] or said["some"] else "_none"
        numbers = {name: count(number) for name, number in said.items()}
        checked = self._say(f"report.short.check{none}", **numbers)
        return " ".join([checked, *self._listed()])

    def _listed(self) -> Iterator[str]:
        """How many of the faces that came up stand beside the items."""
        found = self._report.check.said.get("found") if self._report.check else None
        if found:
            faces = (face for each in self._report.exhibits for face in each.seen)
            listed = sum(face.band is not None for face in faces)
            numbers = {"found": count(len(found)), "listed": count(listed)}
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
