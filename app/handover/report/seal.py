"""What a bundle is known by, to be compared and to be read with a telephone."""

from collections.abc import Iterator

from app.handover.report import document as doc
from app.handover.report.content import BundleIdentity
from app.handover.report.pictures import qr_code
from app.handover.report.values import hex_lines
from app.messages import Words
from app.messages.times import told
from storage.bundle.signing import in_groups

FINGERPRINT = "fingerprint.svg"
MANIFEST = "manifest.svg"


def seal_blocks(sealed: BundleIdentity, words: Words) -> Iterator[doc.Block]:
    """The fingerprint of the key, and the one digest that a timestamp can be put on, with a code
    for each.
    """
    yield doc.Seal(_code(FINGERPRINT, words), [_fingerprint(sealed, words)])
    yield doc.Seal(_code(MANIFEST, words), [_manifest(sealed, words)])


def short_seal(sealed: BundleIdentity, words: Words) -> doc.Block:
    """Both beside one code, of the digest."""
    return doc.Seal(_code(MANIFEST, words), [_fingerprint(sealed, words), _manifest(sealed, words)])


def seal_codes(sealed: BundleIdentity) -> dict[str, bytes]:
    """The codes, by the names of their files."""
    return {FINGERPRINT: qr_code(sealed.fingerprint), MANIFEST: qr_code(sealed.manifest_sha512)}


def _code(file: str, words: Words) -> doc.Picture:
    alt = "report.seal.alt" if file == FINGERPRINT else "report.seal.manifest.alt"
    return doc.Picture(file, words.say(alt))


def _fingerprint(sealed: BundleIdentity, words: Words) -> doc.Fact:
    groups = in_groups(told(sealed.fingerprint))
    lines = [groups[:40], groups[40:]]
    return doc.Fact(words.say("report.seal.fingerprint"), lines, exact=True)


def _manifest(sealed: BundleIdentity, words: Words) -> doc.Fact:
    lines = hex_lines(sealed.manifest_sha512)
    return doc.Fact(words.say("report.seal.manifest"), lines, exact=True)
