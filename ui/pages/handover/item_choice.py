"""The choice of items for a bundle: all that were confirmed, or some by their numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QWidget

from app.cases.confirmed import confirmed_items
from app.cases.errors import ItemNumbersError
from app.cases.item_numbers import format_item_numbers, parse_item_numbers
from app.cases.people import people
from app.handover.bundle_plan import Level, levels_of
from app.handover.requested_fields import MissingField, missing_fields
from app.messages import Words
from app.scan.coverage import incomplete_items
from storage.captures import Capture
from storage.case import Case
from storage.decisions import FIRST_PERSON
from ui.session.handover import HandoverWork
from ui.widgets.choices import radio_button
from ui.widgets.fields import line
from ui.widgets.labels import muted, notice, paragraph, show_notice
from ui.widgets.layouts import column, indented, stacked

MOST_NUMBERS = 12
"""Item numbers that a sentence names; of more it gives the count."""

LONGEST = 1 << 24
"""Characters of the field; Qt's shorter default would cut off long lists silently."""


@dataclass(frozen=True, slots=True)
class BundleContents:
    """What a bundle of the case would contain.

    Attributes:
        items: The number of items in the case.
        confirmed: The numbers of the items that she confirmed.
        links: The numbers of items without a file, known by a link or a message only.
        unchecked: The number of items that were not scanned completely.
        missing_fields: Missing fields of the confirmed items or, without any, of the links.
        captures: The screen captures of the case.
        levels: The levels of detail that the case allows.
        people: The numbers of the people for whom the case was checked.
        person: The one whom the bundle is about; None while that is not chosen.
    """

    items: int
    confirmed: tuple[int, ...]
    links: tuple[int, ...]
    unchecked: int
    missing_fields: tuple[MissingField, ...]
    captures: tuple[Capture, ...]
    levels: frozenset[Level]
    people: tuple[int, ...] = (FIRST_PERSON,)
    person: int | None = FIRST_PERSON


def bundle_contents(case: Case, person: int | None = None) -> BundleContents:
    """Read what a bundle would contain from a case that is no check copy.

    Args:
        person: Number of the person whom it is about; None for the only one there is.
    """
    known = people(case) or (FIRST_PERSON,)
    if person not in known:
        person = known[0] if len(known) == 1 else None
    confirmed = () if person is None else confirmed_items(case, person)
    items = case.items()
    links = tuple(each.item for each in items if each.sha256 is None)
    return BundleContents(
        len(items),
        confirmed,
        links,
        len(incomplete_items(case)),
        missing_fields(case.item(item) for item in confirmed or links),
        case.captures.all(),
        levels_of(case),
        known,
        person,
    )


def plural_form(count: int) -> str:
    """Return which form of a sentence fits the count: "none", "one" or "many"."""
    return {0: "none", 1: "one"}.get(count, "many")


def count_and_numbers(words: Words, items: Sequence[int]) -> dict[str, object]:
    """Return the values of a sentence about these items: their count and their numbers."""
    shown = ", ".join(map(str, items[:MOST_NUMBERS]))
    more = len(items) - MOST_NUMBERS
    if more > 0:
        shown = words.say("handover.more", items=shown, count=more)
    return {"count": len(items), "items": shown}


def numbers_in(text: str) -> tuple[int, ...]:
    """Return the item numbers in a text, in order; none if it contains anything else."""
    try:
        return tuple(parse_item_numbers(text))
    except ItemNumbersError:
        return ()


class ItemChoice(QWidget):
    """Changes the plan at once."""

    changed = Signal()

    def __init__(self, words: Words, handover: HandoverWork, found: BundleContents) -> None:
        super().__init__()
        self._handover = handover
        self._words = words
        self._confirmed = found.confirmed
        say = words.say
        # She may confirm more before she comes back, so what is proposed is never kept as hers.
        handover.change(unnamed=None if found.confirmed else found.links)
        numbers = handover.plan.items
        group = QButtonGroup(self)
        self.confirmed = radio_button(say("handover.items.all"), group, numbers is None, self._all)
        self.confirmed.setEnabled(bool(found.confirmed))
        self.chosen = radio_button(
            say("handover.items.some"), group, numbers is not None, self._some
        )
        self.numbers = line(say("handover.items.numbers"), say("handover.items.hint"))
        self.numbers.setMaxLength(LONGEST)
        self.numbers.setText(format_item_numbers(numbers or ()))
        self.numbers.setEnabled(numbers is not None)
        self.numbers.textEdited.connect(self._some)
        self.left_out = notice()
        self._tell_left_out()
        self.setLayout(
            column(
                stacked(self.confirmed, indented(muted(_confirmed(words, found.confirmed)))),
                stacked(self.chosen, indented(muted(say("handover.items.some.for")))),
                self._below(),
                *_links(words, found.links),
                paragraph(say("handover.facts")),
                _unchecked(words, found.unchecked),
            )
        )

    def _below(self) -> QWidget:
        below = QWidget()
        below.setLayout(indented(stacked(self.numbers, self.left_out, gap=1)))
        return below

    def _all(self) -> None:
        self.numbers.setEnabled(False)
        self._plan(None)

    def _some(self) -> None:
        self.numbers.setEnabled(True)
        self._plan(numbers_in(self.numbers.text()))

    def _plan(self, numbers: tuple[int, ...] | None) -> None:
        self._handover.change(numbers=numbers)
        self._tell_left_out()
        self.changed.emit()

    def _tell_left_out(self) -> None:
        """Say which confirmed items are left out, which she may not have meant."""
        named_by_her = self._handover.plan.numbers
        left = sorted(set(self._confirmed) - set(named_by_her)) if named_by_her else []
        said = f"handover.items.left_out.{plural_form(len(left))}"
        show_notice(
            self.left_out,
            self._words.say(said, **count_and_numbers(self._words, left)) if left else "",
        )


def _confirmed(words: Words, confirmed: Sequence[int]) -> str:
    form = plural_form(len(confirmed))
    return words.say(f"handover.confirmed.{form}", **count_and_numbers(words, confirmed))


def _links(words: Words, links: Sequence[int]) -> list[QWidget]:
    """Name the links, which nobody can confirm by a face."""
    if not links:
        return []
    said = words.say(f"handover.links.{plural_form(len(links))}", **count_and_numbers(words, links))
    below = QWidget()
    below.setLayout(indented(muted(said)))
    return [below]


def _unchecked(words: Words, count: int) -> QLabel:
    return muted(words.say(f"handover.unchecked.{plural_form(count)}", count=count))
