"""Content of which there is only a link: an item without a file, so that the report can list it."""

from app.intake import Absent
from app.intake.address import nowhere
from app.out_of_reach import keep_in_mind
from app.told import Told, source
from face.types import Reason
from storage.case import Case


def link_address(url: str) -> str:
    """Where such an item lies: the same for the same link."""
    return nowhere("link", url)


def add_link(case: Case, told: Told) -> bool:
    """Note a link, and what is told of it. The same link again is the same item.

    Args:
        told: `url` at least.

    Returns:
        True when the case did not have it.

    Raises:
        CheckCopyError
    """
    name = told.post_title or told.url
    link = Absent(link_address(told.url), name, Reason.LINK_ONLY, {})
    with case.transaction():
        new = keep_in_mind(case, link, source(link.path, name, None, told))
        case.custody.append("add", told.role, {"new": int(new), "known": int(not new), "link": 1})
    return new
