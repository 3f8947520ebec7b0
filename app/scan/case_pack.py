"""With which pack a case goes on, and what of it was looked at in another way than now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.scan.errors import PackOfCaseMissingError, PackOfCopyMissingError
from face.packs import DEFAULT_PACK
from face.packs.pipelines import is_less, shared
from storage.types import CaseInfo, CaseKind, PackUse

if TYPE_CHECKING:
    from face.packs.registry import Pack


@dataclass(frozen=True, slots=True)
class OlderScans:
    """What was looked at in another way than the present pack looks now.

    Attributes:
        uses: What looked at it, and is worth looking again.
        items: How many items that are.
        apart: How many of them have vectors that the present pack's cannot be compared with.
    """

    uses: tuple[PackUse, ...] = ()
    items: int = 0
    apart: int = 0


def pack_of_case(
    uses: Sequence[PackUse], known: "Sequence[Pack]", otherwise: str = DEFAULT_PACK
) -> str:
    """The pack that looked at most of the case, of those that this program knows.

    Args:
        known: Every pack that this program knows; empty: not looked up yet, any may be known.
        otherwise: For a case that none of them has looked at.
    """
    names = {pack.name for pack in known}
    fit = (use.pack for use in uses if use.pack in names or not names)
    return next(fit, DEFAULT_PACK if uses else otherwise)


def require_pack_of_case(info: CaseInfo, packs: "Sequence[Pack]") -> str:
    """The same, for who cannot ask.

    Args:
        packs: Every pack that this program knows.

    Raises:
        PackOfCaseMissingError: It is not installed. What another one finds is not to be compared
            with what it found, so somebody has to say which of them it is to be.
    """
    pack = pack_of_case(info.packs, packs)
    if pack != DEFAULT_PACK and not any(each.name == pack and each.installed for each in packs):
        copy = info.kind is CaseKind.CHECK_COPY
        raise (PackOfCopyMissingError if copy else PackOfCaseMissingError)(pack)
    return pack


def older_scans(uses: Sequence[PackUse], pack: str, pipeline: str) -> OlderScans:
    """What of a case would be looked at again with a pack.

    Not what a pipeline with the same networks and more, or a later one, has looked at: less would
    be known of it.
    """
    others = tuple(
        use
        for use in uses
        if (use.pack, use.pipeline) != (pack, pipeline) and not is_less(pipeline, use.pipeline)
    )
    apart = (use for use in others if not is_comparable(use, pipeline))
    return OlderScans(others, sum(use.items for use in others), sum(use.items for use in apart))


def is_comparable(use: PackUse, pipeline: str) -> bool:
    """Whether anything of these vectors can be compared with those of a pipeline."""
    return shared(pipeline, use.pipeline, (0, use.dimension)) is not None
