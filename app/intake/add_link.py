"""Content of which there is only a link: an item without a file, so that the report can list it."""

from app.intake import NotInExport
from app.intake.placeholders import record_unreadable
from app.intake.provenance import FieldValues, ProvenanceChange, change_provenance
from app.intake.readers.core.address import fileless_address
from app.intake.source_details import SourceDetails, new_source
from face.types import Reason
from storage.case import Case


def link_address(url: str) -> str:
    """Where such an item lies: the same for the same link."""
    return fileless_address("link", url)


def add_link(case: Case, told: SourceDetails) -> bool:
    """Note a link, and what is told of it. The same link again is the same item.

    Args:
        told: `url` at least.

    Returns:
        True when the case did not have it.

    Raises:
        CheckCopyError
    """
    name = told.post_title or told.url
    link = NotInExport(link_address(told.url), name, Reason.LINK_ONLY, {})
    with case.transaction():
        new = record_unreadable(case, link, new_source(link.path, name, None, told))
        case.custody.append("add", told.role, {"new": int(new), "known": int(not new), "link": 1})
    return new


def describe_link(case: Case, said: FieldValues, role: str = "") -> bool:
    """Note a link with all that is said of it, by the names in `app.intake.provenance.FIELDS`.

    Returns:
        True when the case did not have it. Of one that it has, what is said now counts.

    Raises:
        CheckCopyError
    """
    url = str(said["url"])
    with case.transaction():
        known = case.provenance.item_at(link_address(url))
        if known is None:
            add_link(
                case, SourceDetails(url, post_title=str(said.get("post_title") or ""), role=role)
            )
        item = known or case.provenance.item_at(link_address(url))
        if item is not None:
            change_provenance(case, [ProvenanceChange(item, said)], role)
    return known is None
