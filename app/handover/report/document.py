"""A document as a sequence of blocks, which say what stands where and not how it looks.

Every text is data: the typesetter never reads any of it as markup.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the document, with a small line (the eyebrow) above it."""

    text: str
    eyebrow: str
    kind: str = field(default="title", init=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is numbered and begins a part, level 2 begins a section of it."""

    text: str
    level: int = 1
    kind: str = field(default="heading", init=False)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph.

    Attributes:
        tone: "plain"; "intro" or "caption" of what follows on the same page; "quiet"; "notice",
            which is framed.
    """

    text: str
    tone: str = "plain"
    kind: str = field(default="text", init=False)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences."""

    texts: Sequence[str]
    kind: str = field(default="bullets", init=False)


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value in lines; `exact` values are set so that they can be copied by hand."""

    label: str
    lines: Sequence[str]
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values below each other; a form is `framed`, with lines between them."""

    facts: Sequence[Fact]
    framed: bool = False
    kind: str = field(default="facts", init=False)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; its width is a share of the space left, or 0 to fit its content."""

    label: str
    width: float = 0
    exact: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts; the first column names the row.

    Attributes:
        rows: A text for each column, and one more where `below` is given.
        below: A further column that is set below the others of its row, for long hashes.
        pictures: The picture in the first column of each row, or None; empty for none at all.
        compact: Whether the letters are smaller, for many columns.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    below: Column | None = None
    pictures: Sequence["Picture | None"] = ()
    compact: bool = False
    kind: str = field(default="table", init=False)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An item: its number and the decision on it, which head every page that it stands on.

    None of its blocks is torn, unless it is longer than a page.
    """

    text: str
    status: str
    blocks: Sequence["Block"]
    kind: str = field(default="exhibit", init=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its file name; `alt` describes it in words."""

    file: str
    alt: str


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code beside the values that it holds."""

    picture: Picture
    facts: Sequence[Fact]
    kind: str = field(default="qr-code", init=False)


@dataclass(frozen=True, slots=True)
class Signatures:
    """A place to sign for each person; `fields` are what each of them fills in."""

    people: Sequence[str]
    fields: Sequence[str]
    kind: str = field(default="signatures", init=False)


@dataclass(frozen=True, slots=True)
class Blanks:
    """Lines to be filled in by hand, and room for notes of `note_lines` lines."""

    labels: Sequence[str]
    notes: str = ""
    note_lines: int = 4
    kind: str = field(default="blanks", init=False)


@dataclass(frozen=True, slots=True)
class Form:
    """A table that is filled in by hand: the heads of its columns, and so many empty rows."""

    columns: Sequence[Column]
    rows: int
    kind: str = field(default="form", init=False)


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that no page break parts, unless they are longer than a page."""

    blocks: Sequence["Block"]
    kind: str = field(default="together", init=False)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A paragraph on characters that are written by number; left out where there are none."""

    text: str
    kind: str = field(default="spelling", init=False)


Block: TypeAlias = (
    Title
    | Heading
    | Text
    | Bullets
    | Facts
    | Table
    | Exhibit
    | QrCode
    | Signatures
    | Blanks
    | Form
    | Together
    | Spelling
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document to be typeset.

    Attributes:
        language: "ko" or "en".
        made_unix: Seconds since 1970; the only time that the PDF itself states.
        footer: Text at the foot of every page, beside the page number.
        head: Text at the head of every page but the first.
        seal: Label and digest of the bundle at the foot of every page; none without a bundle.
        end: The words at the foot of the last page, so that a missing one is noticed.
        page: Pattern of page numbers, with {page} and {pages}.
        files: Pictures as SVG, by file name.
        numbered: Whether its headings have numbers.
    """

    title: str
    language: str
    made_unix: int
    footer: str
    page: str
    blocks: Sequence[Block]
    files: dict[str, bytes] = field(default_factory=dict)
    numbered: bool = True
    head: str = ""
    seal: tuple[str, str] | None = None
    end: str = ""
