"""The part of a report on one item: its sources, its hashes, and where the face appears."""

from collections.abc import Iterator, Sequence
from itertools import chain

from app.cases.source_fields import TYPED_FIELDS
from app.check.answer import BANDS
from app.check.first_answers import FirstAnswer
from app.handover.item_files import is_wanted, is_withheld, original_name
from app.handover.report import document as doc
from app.handover.report.content import Appearance, Exhibit, Report
from app.handover.report.overview import Found, found_of
from app.handover.report.shared_blocks import hex_lines, thousands
from app.handover.report.typesetting import photograph
from app.intake.field_display import display_lines
from app.messages import Words, plain_name
from app.messages.plain import plain_value
from app.messages.roles import role_text
from app.messages.times import NONE, clock_time, clock_time_after, korean_and_utc, korean_and_utc_of
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

    def __init__(self, words: Words, report: Report) -> None:
        self._words = words
        self._say = words.say
        self._level = report.level
        self._intact = report.custody.intact
        self._checks = check_numbers(report)
        self.files: dict[str, bytes] = {}

    def block(self, exhibit: Exhibit) -> doc.Exhibit:
        """Return everything that the report says of an item."""
        detail = exhibit.detail
        facts = [*self._file(detail), *self._hashes(detail), *self._origin(exhibit)]
        return doc.Exhibit(
            self._say("report.item", item=exhibit.number),
            self._status(exhibit),
            [doc.Facts(facts), *self._places(detail.sources), *self._seen(exhibit)],
        )

    def _places(self, sources: Sequence[Source]) -> Iterator[doc.Block]:
        for number, source in enumerate(sources, 1):
            several = {"number": number} if len(sources) > 1 else {}
            said = self._say("report.place" if several else "report.place.only", **several)
            yield doc.Together([doc.Text(said, "caption"), doc.Facts(list(self._place(source)))])

    def _status(self, exhibit: Exhibit) -> str:
        if exhibit.verdict is None and capture_kind_of(exhibit.detail.operation):
            return self._say("report.capture")
        return self._say(f"report.verdict.{exhibit.verdict or 'none'}")

    def _file(self, detail: ItemDetail) -> Iterator[doc.Fact]:
        item = detail.item
        yield self._fact("name", plain_name(item.name or NONE))
        parts = [plain_value(item.mime)] if item.mime else []
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
            made = [detail.parent_sha256, *map(plain_value, how)]
            yield self._fact("derived", *filter(None, made), exact=True)
        wanted = is_wanted(detail, self._level) and not is_withheld(detail)
        inside = wanted and detail.original_kept
        where = "inside" if inside else "case" if detail.original_kept else "nowhere"
        if detail.item.sha256 is None:
            where = "none"
        name = [original_name(detail)] if inside else []
        yield self._fact("kept", self._say(f"report.kept.{where}"), *name)

    def _place(self, source: Source) -> Iterator[doc.Fact]:
        rows = self._typed_rows(source)
        changed = None if source.mtime_ns is None else source.mtime_ns // 10**9
        rows["acquired"] = [source.acquired_at_utc and korean_and_utc(source.acquired_at_utc)]
        rows["role"] = [role_text(source.role, self._words)]
        rows["changed"] = [korean_and_utc_of(changed)]
        for name in PLACE_ROWS:
            known = [plain_value(line) for line in rows[name] if line]
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
        """Yield the faces, apart by what brought them up first, and the checks that did."""
        groups = {found: list[Appearance]() for found in Found}
        for each in exhibit.appearances:
            groups[found_of(each, log_intact=self._intact)].append(each)
        room = MOST_CROPS
        for found, seen in groups.items():
            if seen:
                table = self._table(exhibit.number, seen, room)
                room -= sum(picture is not None for picture in table.pictures)
                caption = doc.Text(self._say(f"report.found.{found}"), "caption")
                yield doc.Together([caption, table])
        left_out = sum(each.crop is not None for each in exhibit.appearances) - MOST_CROPS
        if left_out > 0:
            yield doc.Text(self._say("report.crop.more", count=thousands(left_out)), "quiet")
        if exhibit.undecided:
            caption = doc.Text(self._say("report.seen.undecided"), "caption")
            table = self._table(exhibit.number, exhibit.undecided, 0)
            yield doc.Together([caption, table])
        if facts := list(self._first_answers(exhibit.seen)):
            yield doc.Facts(facts)

    def _first_answers(self, seen: Sequence[Appearance]) -> Iterator[doc.Fact]:
        """Yield the checks that first found these faces, each with its conditions."""
        checks = {check_of(each.first): each.first for each in seen if each.first}
        for check, first in sorted(checks.items()):
            used = {"photos": first.photos, "confirmed": first.confirmed}
            pack = {"pack": plain_value(first.pack), "pipeline": plain_value(first.pipeline)}
            threshold = {band: plain_value(first.threshold.get(band, NONE)) for band in BANDS}
            yield doc.Fact(
                self._say("report.first.check", number=self._checks[check]),
                [
                    korean_and_utc(first.at_utc),
                    self._say("report.first.used", **used),
                    self._say("report.first.threshold", **threshold),
                    self._say("report.first.pack", **pack),
                ],
            )

    def _table(self, item: int, seen: Sequence[Appearance], most_pictures: int) -> doc.Table:
        """Return when each face is seen, what it was called first, and what in the last check."""
        widths = {"seen": 1.3, "seen.time": 1.1, "seen.best": 1.0, "seen.first": 1.4}
        columns = [
            *(doc.Column(self._say(f"report.{name}"), width) for name, width in widths.items()),
            doc.Column(self._say("report.seen.band"), 1.3),
        ]
        shown = [each for each in seen if each.crop is not None][:most_pictures]
        pictures = [self._picture(item, each) if each in shown else None for each in seen]
        return doc.Table(columns, [self._row(each) for each in seen], pictures=pictures)

    def _row(self, seen: Appearance) -> list[str]:
        first, last = seen.interval_ms
        when = [self._say("report.seen.picture"), NONE]
        if last > 0:
            span = {"first": clock_time(first), "last": clock_time_after(last)}
            when = [self._say("report.seen.span", **span), clock_time(seen.time_ms)]
        band = self._say(f"band.{seen.band}" if seen.band else "report.band.none")
        return [str(seen.face), *when, self._first(seen.first), band]

    def _first(self, first: FirstAnswer | None) -> str:
        if first is None:
            return NONE
        check = self._say("report.first.check", number=self._checks[check_of(first)])
        return f"{self._say(f'band.{first.band}')}\n{check}"

    def _picture(self, item: int, seen: Appearance) -> doc.Picture:
        name = f"face-{item}-{seen.face}.svg"
        self.files[name] = photograph(seen.crop or b"")
        return doc.Picture(name, self._say("report.crop.alt", item=item, face=seen.face))

    def _fact(self, name: str, *lines: str, exact: bool = False) -> doc.Fact:
        return doc.Fact(self._say(f"report.{name}"), lines, exact)


def check_of(first: FirstAnswer) -> tuple[str, int, int]:
    """Return what tells a check from others: its time, and what it used."""
    return first.at_utc, first.photos, first.confirmed


def check_numbers(report: Report) -> dict[tuple[str, int, int], int]:
    """Number the checks that first found a face of the report, by their time, the oldest first."""
    firsts = (seen.first for exhibit in report.exhibits for seen in exhibit.seen)
    checks = sorted({check_of(first) for first in firsts if first})
    return {check: number for number, check in enumerate(checks, 1)}


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
