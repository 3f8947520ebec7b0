"""What the report and the hash sheet share: the seal, the foot of a page, values in words."""

from collections.abc import Iterator

from app.handover.report import document as doc
from app.handover.report.content import Report
from app.handover.report.typesetting import qr_code
from app.messages import Words
from app.messages.plain import plain_value
from app.messages.times import korean_and_utc
from storage.bundle.bag import BundleIdentity
from storage.bundle.signing import in_groups

FINGERPRINT = "fingerprint.svg"
MANIFEST = "manifest.svg"


def seal_blocks(sealed: BundleIdentity, words: Words) -> Iterator[doc.Block]:
    """Yield the key's fingerprint and the digest to be timestamped, each with a QR code."""
    yield doc.QrCode(_code(FINGERPRINT, words), [_fingerprint(sealed, words)])
    yield doc.QrCode(_code(MANIFEST, words), [_manifest(sealed, words)])


def short_seal(sealed: BundleIdentity, words: Words) -> doc.Block:
    """Return fingerprint and digest beside one QR code, of the digest."""
    return doc.QrCode(
        _code(MANIFEST, words), [_fingerprint(sealed, words), _manifest(sealed, words)]
    )


def seal_codes(sealed: BundleIdentity) -> dict[str, bytes]:
    """Return the QR codes as SVG, by the names of their files."""
    return {FINGERPRINT: qr_code(sealed.fingerprint), MANIFEST: qr_code(sealed.manifest_sha512)}


def _code(file: str, words: Words) -> doc.Picture:
    alt = "report.seal.alt" if file == FINGERPRINT else "report.seal.manifest.alt"
    return doc.Picture(file, words.say(alt))


def _fingerprint(sealed: BundleIdentity, words: Words) -> doc.Fact:
    groups = in_groups(plain_value(sealed.fingerprint))
    lines = [groups[:40], groups[40:]]
    return doc.Fact(words.say("report.seal.fingerprint"), lines, exact=True)


def _manifest(sealed: BundleIdentity, words: Words) -> doc.Fact:
    lines = hex_lines(sealed.manifest_sha512)
    return doc.Fact(words.say("report.seal.manifest"), lines, exact=True)


def footer(report: Report, words: Words) -> str:
    """Return the text at the foot of every page: the program, the case and the time."""
    facts = {
        "version": report.version,
        "case": report.info.id[:8],
        "made": korean_and_utc(report.made_utc),
    }
    return words.say("report.footer", **facts)


def head(title: str, report: Report, words: Words) -> str:
    """Return the text at the head of every page but the first: the document and the case."""
    return words.say("report.head", title=title, case=report.info.id)


SHOWN_DIGITS = 40
"""Hex digits of the bundle's digest at the foot of a page; all of them stand with the seal."""


def foot_of_bundle(report: Report, words: Words) -> tuple[str, str] | None:
    """Return the label and the first digits of the digest, for the foot of every page."""
    if report.sealed is None:
        return None
    digits = in_groups(report.sealed.manifest_sha512[:SHOWN_DIGITS])
    return words.say("report.foot.manifest"), f"{digits} …"


def page_words(words: Words) -> str:
    """Return the pattern of page numbers, which the typesetter fills in."""
    return words.say("report.page", page="{page}", pages="{pages}")


ONE_LINE = len("2026-11-22 23:31:05 KST (14:31:05 UTC)")


def time_in_table(utc: str) -> str:
    """Return a moment in Korea and in UTC; in two lines where the day is another one in UTC."""
    text = korean_and_utc(utc)
    return text if len(text) <= ONE_LINE else text.replace(" (", "\n(")


def thousands(number: int) -> str:
    """Write a number with separators, as in 1,234,567."""
    return f"{number:,}"


def hex_lines(digest: str) -> list[str]:
    """Split a hash into lines of 64 hex digits."""
    return [digest[at : at + 64] for at in range(0, len(digest), 64)]
