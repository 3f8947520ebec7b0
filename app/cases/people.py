"""The people whom a case is checked for, by number: never by name, and never by a face.

A person is a series of checks that resemble each other. While her face is in memory, that is known.
Afterwards it is not kept, so whoever checks says whether it is the same person as before or another
one; photos that resemble none of the faces that this person confirmed are not taken for hers
without being asked (`app.check.check`). Decisions belong to the person they were made about, and a
bundle holds those about one.
"""

from dataclasses import replace

from app.cases.errors import PersonMissingError, PersonNotSaidError
from storage.case import Case
from storage.decisions import FIRST_PERSON
from storage.types import ItemDetail

PERSON = "person"
"""Name in the details of log entries about a check."""


def people(case: Case) -> tuple[int, ...]:
    """Return the numbers of the people who were checked or decided on, ascending; maybe none."""
    found = {each.person for each in case.decisions()}
    for entry in case.custody.entries():
        if entry.action in ("attest", "check"):
            found.add(person_in(entry.details.get(PERSON)))
    return tuple(sorted(found))


def person_in(said: object) -> int:
    """Return a person's number from a log entry; the first one where it says none."""
    return said if isinstance(said, int) and said >= FIRST_PERSON else FIRST_PERSON


def person_meant(case: Case, said: int | None) -> int:
    """Return the person who is meant: the one that was said, or the only one there is.

    Raises:
        PersonMissingError: There is no such person in the case.
        PersonNotSaidError: There are several, and it was not said which.
    """
    known = people(case) or (FIRST_PERSON,)
    if said is None:
        if len(known) > 1:
            raise PersonNotSaidError(known)
        return known[0]
    if said not in known:
        raise PersonMissingError(said)
    return said


def next_person(case: Case) -> int:
    """Return the number of a person who is checked for the first time."""
    return max(people(case), default=0) + 1


def of_person(detail: ItemDetail, person: int) -> ItemDetail:
    """Return an item with the decisions about one person only."""
    about = tuple(each for each in detail.decisions if each.person == person)
    return replace(detail, decisions=about)
