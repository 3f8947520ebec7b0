"""Documents that take no time: typesetting has tests of its own."""

import pytest

from app.handover.report import shared_blocks
from app.handover.report.typesetting import Typesetter


def replace_typesetting(patch: pytest.MonkeyPatch) -> None:
    """Let every PDF of a bundle, and every QR code, be the same few bytes."""
    patch.setattr(Typesetter, "require_fonts", lambda *_: None)
    patch.setattr(Typesetter, "pdf", lambda *_: b"a document")
    patch.setattr(shared_blocks, "qr_code", lambda _: b"<svg/>")
