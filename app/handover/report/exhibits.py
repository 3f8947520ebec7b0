"""The part of a report on one item: its sources, its hashes, and where the face appears."""

from collections.abc import Iterator, Sequence
from itertools import chain

from app.cases.source_fields import TYPED_FIELDS
from app.check.answer import BANDS
from app.check.first_answers import FirstAnswer
from app.handover.bundle_plan import Level
from app.handover.item_files import is_wanted, is_withheld
from app.handover.report import document as doc
from app.handover.report.content import Appearance, Exhibit
from app.handover.report.shared_blocks import hex_lines, role_text, thousands
from app.handover.report.typesetting import photograph
from app.intake.field_display import display_lines
from app.messages import Words, plain_name
from app.messages.times import NONE, both, both_unix, clock_time, clock_time_after, told
from storage.captures import capture_kind_of
from storage.types import ItemDetail, Source

PLACE_ROWS = (
    *("platform", "url", "post", "room", "room_link", "message", "sent", "sender", "forwarded"),
    *("keywords", "personal", "how", "acquired", "role", "changed", "note"),
)
"""Rows of a place in order; `app.cases.source_fields` assigns each field to one."""

MOST_CROPS = 20
"""Crops of one item that the report shows; the others are in the bundle."""


class ExhibitBlocks:
    """Writes items as blocks of a document.

    Attributes:
        files: The pictures that were used, as SVG by file name.
    """

    def __init__(self, words: Words, level: Level) -> None:
        self._words = words
        self._say = words.say
        self._level = level
        self.files: dict[str, bytes] = {}

    def block(self, exhibit: Exhibit) -> doc.Exhibit:
        """Return everything that the report says of an item."""
        detail = exhibit.detail
        facts = [*self._file(detail), *self._hashes(detail), *self._origin(exhibit)]
        several = len(detail.sources) > 1
        blocks: list[doc.Block] = []
        for number, source in enumerate(detail.sources, 1):
            place = self._say("report.place", number=number) if several else ""
            blocks.append(doc.Text(place or self._say("report.place.only"), "caption"))
            blocks.append(doc.Facts(list(self._place(source))))
        blocks += self._seen(exhibit)
        return doc.Exhibit(
            self._say("report.item", item=exhibit.number),
            self._status(exhibit),
            [doc.Facts(facts), *blocks],
        )

    def _status(self, exhibit: Exhibit) -> str:
        if exhibit.verdict is None and capture_kind_of(exhibit.detail.operation):
            return self._say("report.capture")
        return self._say(f"report.verdict.{exhibit.verdict or 'none'}")

    def _file(self, detail: ItemDetail) -> Iterator[doc.Fact]:
        item = detail.item
        yield self._fact("name", plain_name(item.name or NONE))
        parts = [told(item.mime)] if item.mime else []
        if item.size is not None:
            parts.append(self._say("report.bytes", count=thousands(item.size)))
        if detail.width and detail.height:
            size = {"width": detail.width, "height": detail.height}
            parts.append(self._say("report.kind.size", **size))
        if detail.duration_ms:
            length = clock_time_after(detail.duration_ms)
            parts.append(self._say("report.kind.length", length=length))
        if parts:
            yield self._fact("kind", ", ".join(parts))

    def _hashes(self, detail: ItemDetail) -> Iterator[doc.Fact]:
        if detail.item.sha256:
            yield doc.Fact("SHA-256", hex_lines(detail.item.sha256), exact=True)
        if detail.sha512:
            yield doc.Fact("SHA-512", hex_lines(detail.sha512), exact=True)
        if detail.md5 and detail.sha1:
            yield self._fact("lookup", detail.md5, detail.sha1, exact=True)
        if detail.pdq:
            yield self._fact("pdq", f"{detail.pdq} ({detail.pdq_quality})", exact=True)

    def _origin(self, exhibit: Exhibit) -> Iterator[doc.Fact]:
        detail = exhibit.detail
        if kind := capture_kind_of(detail.operation):
            shows = "" if exhibit.shows is None else "_of"
            said = self._say(f"report.capture{shows}", item=exhibit.shows)
            yield self._fact("capture", said, self._say(f"report.{kind}"))
        if exhibit.captures:
            numbers = ", ".join(map(str, exhibit.captures))
            yield self._fact("captured", self._say("report.captured.value", items=numbers))
        if detail.parent_sha256 and not kind:
            how = display_lines("operation", detail.operation or "", self._words)
            made = [detail.parent_sha256, *map(told, how)]
            yield self._fact("derived", *filter(None, made), exact=True)
        wanted = is_wanted(detail, self._level) and not is_withheld(detail)
        inside = wanted and detail.original_kept
        where = "inside" if inside else "case" if detail.original_kept else "nowhere"
        if detail.item.sha256 is None:
            where = "none"
        yield self._fact("kept", self._say(f"report.kept.{where}"))

    def _place(self, source: Source) -> Iterator[doc.Fact]:
        rows = self._typed_rows(source)
        changed = None if source.mtime_ns is None else source.mtime_ns // 10**9
        rows["acquired"] = [source.acquired_at_utc and both(source.acquired_at_utc)]
        rows["role"] = [role_text(source.role, self._words)]
        rows["changed"] = [both_unix(changed)]
        for name in PLACE_ROWS:
            known = [told(line) for line in rows[name] if line]
            if known:
                yield self._fact(f"place.{name}", *known)

    def _typed_rows(self, source: Source) -> dict[str, Sequence[str | None]]:
        rows: dict[str, list[tuple[str, ...]]] = {}
        for field in TYPED_FIELDS:
            value = getattr(source, field.name)
            known = "" if value is None else str(value)
            lines = display_lines(field.name, known, self._words) if known else ()
            rows.setdefault(field.report_row, []).append(lines)
        return {
            name: parts[0] if len(parts) == 1 else [_joined(*chain(*parts))]
            for name, parts in rows.items()
        }

    def _seen(self, exhibit: Exhibit) -> Iterator[doc.Block]:
        yield from self._times(exhibit.appearances)
        shown = [each for each in exhibit.appearances if each.crop is not None]
        if shown:
            yield doc.Pictures([self._picture(exhibit.number, each) for each in shown[:MOST_CROPS]])
        if len(shown) > MOST_CROPS:
            more = thousands(len(shown) - MOST_CROPS)
            yield doc.Text(self._say("report.crop.more", count=more), "quiet")
        if exhibit.undecided:
            yield doc.Text(self._say("report.seen.undecided"), "caption")
            yield from self._times(exhibit.undecided)
        if facts := list(self._first_answers(exhibit.seen)):
            yield doc.Facts(facts)

    def _first_answers(self, seen: Sequence[Appearance]) -> Iterator[doc.Fact]:
        """Yield the checks that first found these faces, each with its conditions."""
        faces: dict[tuple[str, bool], list[tuple[FirstAnswer, int]]] = {}
        for each in seen:
            if first := each.first:
                key = (first.at_utc, first.with_confirmed)
                faces.setdefault(key, []).append((first, each.face))
        for (at_utc, with_confirmed), came_up in sorted(faces.items()):
            first, _ = came_up[0]
            bands = (self._of_band(band, came_up) for band in BANDS)
            lines = [both(at_utc), *filter(None, bands), *self._compared_with(first)]
            yield self._fact("first.with_confirmed" if with_confirmed else "first.answer", *lines)

    def _of_band(self, band: str, came_up: Sequence[tuple[FirstAnswer, int]]) -> str:
        faces = ", ".join(str(face) for first, face in came_up if first.band == band)
        words = {"band": self._say(f"band.{band}"), "faces": faces}
        return self._say("report.first.faces", **words) if faces else ""

    def _compared_with(self, first: FirstAnswer) -> Iterator[str]:
        used = {"photos": first.photos, "confirmed": first.confirmed}
        pack = {"pack": told(first.pack), "pipeline": told(first.pipeline)}
        yield self._say("report.first.used", **pack, **used)
        threshold = {band: told(first.threshold.get(band, NONE)) for band in BANDS}
        value = self._say("report.check.threshold.value", **threshold)
        yield f"{self._say('report.check.threshold')}: {value}"

    def _times(self, appearances: Sequence[Appearance]) -> Iterator[doc.Block]:
        """Yield a table of when each face is seen, and of its band in the last check."""
        if not appearances:
            return
        names = ("seen", "seen.from", "seen.to", "seen.best", "seen.band")
        widths = (0.6, 1, 1, 1, 1.6)
        columns = [
            doc.Column(self._say(f"report.{name}"), width)
            for name, width in zip(names, widths, strict=True)
        ]
        yield doc.Table(columns, [self._row(each) for each in appearances])

    def _row(self, seen: Appearance) -> list[str]:
        first, last = seen.interval_ms
        band = self._say(f"band.{seen.band}" if seen.band else "report.band.none")
        if last <= 0:
            still, none = self._say("report.seen.picture"), NONE
            return [str(seen.face), still, none, none, band]
        times = (clock_time(first), clock_time_after(last), clock_time(seen.time_ms))
        return [str(seen.face), *times, band]

    def _picture(self, item: int, seen: Appearance) -> doc.Picture:
        name = f"face-{item}-{seen.face}.svg"
        self.files[name] = photograph(seen.crop or b"")
        alt = self._say("report.crop.alt", item=item, face=seen.face)
        return doc.Picture(name, alt, self._say("report.crop.caption", face=seen.face))

    def _fact(self, name: str, *lines: str, exact: bool = False) -> doc.Fact:
        return doc.Fact(self._say(f"report.{name}"), lines, exact)


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
