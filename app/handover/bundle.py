"""Write an evidence bundle of a case: one encrypted, signed file.

`hand_over` adds the documents and the folders beside it.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from itertools import islice
from typing import TypeAlias, TypeVar

from app.cases.confirmed import confirmed_faces
from app.cases.people import of_person, person_meant
from app.check.first_answers import first_answers
from app.handover.bundle_plan import BundlePlan, Level, chosen_items
from app.handover.case_graph import GraphFacts, case_graph
from app.handover.check_scripts import check_scripts
from app.handover.document_language import DocumentLanguage
from app.handover.item_files import crop_name, original_name
from app.handover.item_lists import items_csv, items_json
from app.handover.item_records import Record, item_record, unchecked_records
from app.handover.read_me import read_me
from app.job import Job, Progress
from app.messages import Words
from storage import clock
from storage.bundle import tag_files
from storage.bundle.bag import CUSTODY, BagContents, BundleIdentity, WrittenBag
from storage.bundle.member import Member
from storage.bundle.signing import fingerprint
from storage.bundle.write import ToRecipient, nothing_more, write_bundle
from storage.case import Case
from storage.clock import Moment
from storage.custody import PROGRAM, Details, Head
from storage.errors import StorageError
from storage.types import CaseInfo, ItemDetail

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class BundleFacts:
    """What the documents of a bundle (report, hash sheet) are made from.

    Attributes:
        records: A record for each item, as in the bundle's lists.
        unchecked: Number, name, SHA-256 and reason of each item that could not be checked.
        identity: Digest and fingerprint that stand for the whole bundle, to be printed.
        person: Number of the person whom the bundle is about.
    """

    info: CaseInfo
    level: Level
    language: DocumentLanguage
    made: Moment
    records: tuple[Record, ...]
    unchecked: tuple[Record, ...]
    identity: BundleIdentity
    person: int = 1


DocumentMaker: TypeAlias = Callable[[BundleFacts], Iterable[Member]]
"""Makes the documents beside data/, such as report.pdf, once the lists are written."""


@dataclass(frozen=True, slots=True)
class BundleResult:
    """What a bundle holds that was written.

    Attributes:
        items: Numbers of the items.
        missing: Numbers of those whose original was wanted and is not in the case.
        withheld: Numbers of those whose original is not known to be a picture or a video.
        files, size: Number of the bundle's members, and their bytes.
        fingerprint: Fingerprint of the key that signed, lowercase hex.
        digest: SHA-512 of the tag manifest, lowercase hex, which stands for the whole bundle.
        noted: Whether the custody log could note the end of the export.
        custody_sound: Whether the log was intact. If not, the bundle says so.
    """

    items: tuple[int, ...]
    missing: tuple[int, ...]
    withheld: tuple[int, ...]
    files: int
    size: int
    fingerprint: str
    digest: str
    noted: bool
    custody_sound: bool


def no_documents(_facts: BundleFacts) -> tuple[Member, ...]:
    """Make no documents: the bundle holds only its lists."""
    return ()


def build_bundle(
    case: Case,
    plan: BundlePlan,
    documents: DocumentMaker = no_documents,
    publish_beside: Callable[[], None] = nothing_more,
) -> Job[BundleResult]:
    """Write a bundle and read it back before it gets its name; progress is in bytes.

    The custody log notes that the export began, and how it ended. A log that somebody changed does
    not prevent an export: the bundle says so, and so does every verification.

    Args:
        documents: Makes the documents of the bundle.
        publish_beside: See storage.bundle.write.write_bundle.

    Raises:
        CheckCopyError, LevelMissingError, NothingToExportError, ItemMissingError; and what
        storage.bundle.write.write_bundle raises. The case is unharmed, and nothing is left at the
        target.
    """
    numbers = chosen_items(case, plan)
    yield Progress(0, None)
    bundle = _Bundle(case, plan, numbers)
    case.log("export", plan.role, bundle.custody_details())
    try:
        written = yield from bundle.write(documents, publish_beside)
    except BaseException:
        _note(case, "export-stopped")  # the first failure is the one to tell
        raise
    noted = _note(case, "exported", {"digest": written.digest})
    return BundleResult(
        numbers,
        bundle.marked("original_missing"),
        bundle.marked("original_withheld"),
        written.files,
        written.size,
        written.identity.fingerprint,
        written.digest,
        noted,
        bundle.custody_sound,
    )


def _note(case: Case, action: str, details: Details | None = None) -> bool:
    """Note how an export ended; return False when the case cannot be written any more."""
    try:
        case.custody.append(action, PROGRAM, details)
    except StorageError:
        return False
    return True


class _Bundle:
    """Collects everything that one bundle is made from, then writes it."""

    def __init__(self, case: Case, plan: BundlePlan, numbers: Sequence[int]) -> None:
        self._case = case
        self._plan = plan
        self._numbers = numbers
        self._made = clock.now()
        self._key = case.signing_key()
        self.custody_sound = case.custody.verify().ok
        self._pictures: list[Member] = []
        self._records: list[Record] = []
        self._person = person_meant(case, plan.person)
        self._before = first_answers(case, self._person)
        self._shows = {each.item: each.shows for each in case.captures.all()}

    def marked(self, mark: str) -> tuple[int, ...]:
        """Return the numbers of the items of which a field of the list is true."""
        marks = zip(self._numbers, self._records, strict=True)
        return tuple(number for number, fields in marks if fields[mark])

    def custody_details(self) -> dict[str, object]:
        """Return the details that the custody log notes."""
        return {
            "level": str(self._plan.level),
            "person": self._person,
            "items": list(self._numbers),
            "to": "recipient" if isinstance(self._plan.lock, ToRecipient) else "passphrase",
            "signed_by": fingerprint(self._key.public_key()),
        }

    def write(
        self, documents: DocumentMaker, publish_beside: Callable[[], None]
    ) -> Job[WrittenBag]:
        for number in self._numbers:
            self._take(of_person(self._case.item(number), self._person))
        head = self._case.custody.head()
        captures = any(fields["is_capture"] and fields["original"] for fields in self._records)
        signer = fingerprint(self._key.public_key())
        contents = BagContents(
            first=(
                *read_me(self._plan.level, self._made, self._plan.role, signer, captures=captures),
                *check_scripts(),
            ),
            payload=(*self._lists(head), *self._pictures),
            info=self._info(head),
            last=lambda identity: documents(self._facts(identity)),
        )
        total = 2 * sum(member.size for member in contents.payload)
        plan, key = self._plan, self._key
        job = write_bundle(plan.target, plan.lock, contents, key, publish_beside)
        return (yield from _counted(job, total))

    def _take(self, detail: ItemDetail) -> None:
        fields = item_record(
            detail, self._plan.level, self._shows.get(detail.item.item), self._before
        )
        crops = list(self._crops(detail)) if self._plan.level is not Level.LIST else []
        fields["crops"] = [member.name for member in crops]
        self._records.append(fields)
        self._pictures += crops
        if fields["original"]:
            self._pictures.append(self._original(detail))

    def _crops(self, detail: ItemDetail) -> Iterator[Member]:
        for face in confirmed_faces(detail):
            if face.crop is not None:
                yield Member.of(crop_name(detail.item.item, face.number), face.crop)

    def _original(self, detail: ItemDetail) -> Member:
        item = detail.item
        return Member(
            original_name(detail),
            item.size or 0,
            partial(self._case.original_unverified, item.item),
            item.sha256,
            detail.sha512,
        )

    def _lists(self, head: Head) -> Iterator[Member]:
        unchecked = unchecked_records(self._case)
        yield items_json(self._records, unchecked)
        yield items_csv(self._records)
        entries = (each for each in self._case.custody.entries() if each.seq <= head.entries)
        name = Words(self._plan.language.languages[0]).say("export.investigation")
        told = GraphFacts(self._case.info(), entries, self._made, version("geoul"), name)
        yield case_graph(self._records, told)
        bodies = islice(self._case.custody.bodies(), head.entries)
        yield Member.of(CUSTODY, b"".join(body + b"\n" for body in bodies))

    def _info(self, head: Head) -> dict[str, str]:
        made = self._made
        return {
            "Bag-Software-Agent": f"Geoul {version('geoul')}",
            "Bagging-Date": made.utc[:10],
            tag_files.CASE_ID: self._case.info().id,
            tag_files.BUNDLE_FORMAT: tag_files.FORMAT,
            "Geoul-Level": str(self._plan.level),
            tag_files.MADE: made.utc,
            "Geoul-Made-Local": made.local,
            "Geoul-Time-Zone": made.tz,
            "Geoul-Clock": clock.SOURCE,
            tag_files.ENTRIES: str(head.entries),
            tag_files.HEAD: head.sha256,
            tag_files.SOUND: "yes" if self.custody_sound else "no",
        }

    def _facts(self, identity: BundleIdentity) -> BundleFacts:
        return BundleFacts(
            self._case.info(),
            self._plan.level,
            self._plan.language,
            self._made,
            tuple(self._records),
            unchecked_records(self._case),
            identity,
            self._person,
        )


def _counted(job: Generator[int, None, R], total: int) -> Job[R]:
    done = 0
    while True:
        try:
            done += next(job)
        except StopIteration as stop:
            result: R = stop.value
            return result
        yield Progress(min(done, total), total)
