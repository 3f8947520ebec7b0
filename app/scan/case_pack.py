"""Which pack a case goes on with, and what another pack or version has scanned."""

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
    """The part of a case that is worth scanning again with the present pack.

    Attributes:
        uses: The packs and pipelines that scanned it.
        items: How many items they scanned.
        not_comparable: How many of these have vectors that cannot be compared with those of the
            present pack.
    """

    uses: tuple[PackUse, ...] = ()
    items: int = 0
    not_comparable: int = 0


def pack_of_case(
    uses: Sequence[PackUse], known: "Sequence[Pack]", otherwise: str = DEFAULT_PACK
) -> str:
    """Return the pack that scanned most of a case, of those that this program knows.

    Args:
        known: Every pack that this program knows; when empty, any pack counts as known.
        otherwise: The pack of a case that was not scanned yet.
    """
    names = {pack.name for pack in known}
    fit = (use.pack for use in uses if use.pack in names or not names)
    return next(fit, DEFAULT_PACK if uses else otherwise)


def require_pack_of_case(info: CaseInfo, packs: "Sequence[Pack]") -> str:
    """Return the pack that scanned most of a case, which has to be installed.

    Args:
        packs: Every pack that this program knows.

    Raises:
        PackOfCaseMissingError: The pack is not installed. Results of another one could not be
            compared with the earlier ones, so the person has to choose one of them.
    """
    pack = pack_of_case(info.packs, packs)
    if pack != DEFAULT_PACK and not any(each.name == pack and each.installed for each in packs):
        copy = info.kind is CaseKind.CHECK_COPY
        raise (PackOfCopyMissingError if copy else PackOfCaseMissingError)(pack)
    return pack


def older_scans(uses: Sequence[PackUse], pack: str, pipeline: str) -> OlderScans:
    """Return what of a case would be scanned again with a pack.

    What a later pipeline has scanned, or one with more networks, is left out: scanning it again
    would lose something.
    """
    others = tuple(
        use
        for use in uses
        if (use.pack, use.pipeline) != (pack, pipeline) and not is_less(pipeline, use.pipeline)
    )
    apart = (use for use in others if not is_comparable(use, pipeline))
    return OlderScans(others, sum(use.items for use in others), sum(use.items for use in apart))


def is_comparable(use: PackUse, pipeline: str) -> bool:
    """Return whether any part of these vectors can be compared with those of a pipeline."""
    return shared(pipeline, use.pipeline, (0, use.dimension)) is not None
