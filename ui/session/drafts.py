"""Text that was typed and not saved yet, kept while pages are rebuilt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from ui.session.open_case import OpenCase


@dataclass(frozen=True, slots=True)
class FormDraft:
    """The changed fields of a provenance form, as they were typed.

    Attributes:
        texts: The text of each changed field.
        photo: SHA-256 of the source photo, if `photo_changed`; None for no photo.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    photo: str | None = None
    photo_changed: bool = False


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A provenance form that is open.

    Attributes:
        numbers: The numbers of the items that it describes; empty for a link without a file.
    """

    numbers: Sequence[int]
    draft: FormDraft = FormDraft()


class Drafts(QObject):
    """All drafts of the open case; forgotten when it is closed or locked.

    Attributes:
        provenance: The fields that describe what is added next, and their texts.
        search: The text in the search field of the list of items.
        forms: The open form of each page, by the page's name.
    """

    def __init__(self, case: OpenCase) -> None:
        super().__init__(case)
        self.provenance: dict[str, str] = {}
        self.search = ""
        self.forms: dict[str, OpenForm] = {}
        case.closed.connect(self.forget)

    def forget(self) -> None:
        """Discard every draft."""
        self.search = ""
        self.provenance.clear()
        self.forms.clear()
