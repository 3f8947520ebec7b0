"""What she has typed and not kept yet. The pages may be made anew meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from ui.session.open_case import OpenCase


@dataclass(frozen=True, slots=True)
class FormDraft:
    """What is different in a form about where items are from.

    Attributes:
        photo: SHA-256 of the photo that it was made from; counts if `photo_changed`.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    photo: str | None = None
    photo_changed: bool = False


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form that is open.

    Attributes:
        numbers: Of the items that it is about; none for a link without a file.
    """

    numbers: Sequence[int]
    draft: FormDraft = FormDraft()


class Drafts(QObject):
    """Forgotten when the case is closed or locked.

    Attributes:
        origin: Of what is added next: each field and its text.
        search: What is looked for in the list.
        forms: The open form of each page, by the name of the page.
    """

    def __init__(self, case: OpenCase) -> None:
        super().__init__(case)
        self.provenance: dict[str, str] = {}
        self.search = ""
        self.forms: dict[str, OpenForm] = {}
        case.closed.connect(self.forget)

    def forget(self) -> None:
        """Nothing was typed."""
        self.search = ""
        self.provenance.clear()
        self.forms.clear()
