"""A document as a sequence of blocks: what stands where, without a word on how it looks.

Every text in it is data: the typesetter never reads any of it as markup.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Title:
    """What the document is; the eyebrow stands above it, small."""

    text: str
    eyebrow: str
    kind: str = field(default="title", init=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is numbered and begins a part; 2 begins a section of it."""

    text: str
    level: int = 1
    kind: str = field(default="heading", init=False)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `tone`: "plain", "intro" and "caption" (of what
    follows, on the same page), "quiet", "notice" (framed).
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
    """A name and its value, each line of it by itself; `exact` values are copied by hand."""

    label: str
    lines: Sequence[str]
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values below each other."""

    facts: Sequence[Fact]
    kind: str = field(default="facts", init=False)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `width` in shares of what is left; 0: as wide as it needs."""

    label: str
    width: float = 0
    exact: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts, one for each column; the first column names the row.

    Attributes:
        below: A further column that stands below the others of its row, as long hashes do.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    below: Column | None = None
    kind: str = field(default="table", init=False)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One item in a frame of its own: its number, what is decided of it, and blocks below."""

    text: str
    status: str
    blocks: Sequence["Block"]
    kind: str = field(default="exhibit", init=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by the name of its file; `alt` says in words what it shows."""

    file: str
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Small pictures side by side."""

    pictures: Sequence[Picture]
    kind: str = field(default="pictures", init=False)


@dataclass(frozen=True, slots=True)
class Seal:
    """A code to read with a telephone, beside what it says."""

    picture: Picture
    facts: Sequence[Fact]
    kind: str = field(default="seal", init=False)


@dataclass(frozen=True, slots=True)
class Signatures:
    """A place to sign for each of these people; `fields` are what each fills in."""

    people: Sequence[str]
    fields: Sequence[str]
    kind: str = field(default="signatures", init=False)


@dataclass(frozen=True, slots=True)
class Blanks:
    """Lines to be filled in by hand, and room for notes of so many lines."""

    labels: Sequence[str]
    notes: str = ""
    note_lines: int = 4
    kind: str = field(default="blanks", init=False)


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that are never parted by the end of a page."""

    blocks: Sequence["Block"]
    kind: str = field(default="together", init=False)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A paragraph on characters that are written by their number; left out where there are none."""

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
    | Pictures
    | Seal
    | Signatures
    | Blanks
    | Together
    | Spelling
)


@dataclass(frozen=True, slots=True)
class Document:
    """What is typeset.

    Attributes:
        language: "ko" or "en".
        made_unix: Seconds since 1970; the only time that the file itself tells.
        footer: At the foot of every page, beside the page number.
        page: How a page is counted, with {page} and {pages}.
        files: Pictures by name, as SVG.
        numbered: Whether its parts have numbers.
    """

    title: str
    language: str
    made_unix: int
    footer: str
    page: str
    blocks: Sequence[Block]
    files: dict[str, bytes] = field(default_factory=dict)
    numbered: bool = True
