"""The one place where Typst is called."""

from collections.abc import Mapping

import typst

MAIN = "main.typ"
REMEMBERED = 11
"""Compilations after which Typst forgets."""


def compiled(files: Mapping[str, bytes], fonts: typst.Fonts, made_unix: int = 0) -> bytes:
    """Compile main.typ to PDF/UA-1 (ISO 14289-1): tagged, every glyph embedded.

    Args:
        files: UTF-8, by name; nothing else is read.
        made_unix: What the PDF says of when it was made, seconds since 1970.

    Raises:
        typst.TypstError: Also for a character that no font has.
    """
    pdf: bytes = typst.compile(  # type: ignore[call-overload]  # its stub knows no mapping
        dict(files), font_paths=fonts, pdf_standards=["ua-1"], timestamp=made_unix
    )
    return pdf


def forget(fonts: typst.Fonts) -> None:
    """Let go what Typst remembers of its last compilations: 500 MB of 500 items."""
    for _ in range(REMEMBERED):
        typst.compile({MAIN: b""}, font_paths=fonts)  # type: ignore[call-overload]
