"""Adds a bare link: an item without a file, so that the report can list it."""

from app.intake import NotInExport
from app.intake.placeholders import record_unreadable
from app.intake.provenance import FieldValues, ProvenanceChange, change_provenance
from app.intake.readers.core.address import fileless_address
from app.intake.source_details import SourceDetails, new_source
from face.types import Reason
from storage.case import Case


def link_address(url: str) -> str:
    """Return the address of the item for a link; the same link always has the same address."""
    return fileless_address("link", url)


def add_link(case: Case, details: SourceDetails) -> bool:
    """Add a link and its details. The same link again is the same item.

    Args:
        details: The details; `url` must be set.

    Returns:
        True if the case did not have the link.

    Raises:
        CheckCopyError
    """
    name = details.post_title or details.url
    link = NotInExport(link_address(details.url), name, Reason.LINK_ONLY, {})
    with case.transaction():
        case.log_leftovers()
        new = record_unreadable(case, link, new_source(link.path, name, None, details))
        case.log("add", details.role, {"new": int(new), "known": int(not new), "link": 1})
    return new


def describe_link(case: Case, said: FieldValues, role: str = "") -> bool:
    """Add a link with its provenance, by the names in `app.intake.provenance.FIELDS`.

    Returns:
        True if the case did not have the link; of a known link the new values replace the old.

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
