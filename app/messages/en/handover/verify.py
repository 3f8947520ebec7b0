"""Verifying a bundle, in English."""

TEXTS = {
    "verify.line": "Problem: {name}: {what}",
    "verify.container_name": "the file as a whole",
    "verify.changed": "it was changed",
    "verify.removed": "it was taken away",
    "verify.added": "it was not in the bundle; somebody put it there",
    "verify.signature": "the signature does not fit: it, the key or the list was changed",
    "verify.custody": "its entries do not follow from each other, or some were taken away",
    "verify.case-log": "it had been changed in the case before this bundle was made",
    "verify.form": "it is not as a bundle of Geoul has it",
    "verify.format": "this version of Geoul does not know this format; a newer one is needed",
    "verify.twin": "another file has the same name but for capitals or the way accents are written",
    "verify.name": "no file of a bundle has such a name",
    "verify.order": "the files lie in another order than the lists name them",
    "verify.stamp": "it is no timestamp over this bundle",
    "verify.litter": (
        "{name}: a file that the system put there by itself; it is no part of the bundle"
    ),
    "verify.fingerprint.fits": (
        "It is signed with the key whose fingerprint you gave:\n    {fingerprint}"
    ),
    "verify.fingerprint.differs": (
        "It is NOT signed with the key whose fingerprint you gave. Do not rely on it before you "
        "know why. Its own fingerprint:\n    {fingerprint}"
    ),
    "verify.stamp.rfc3161": "RFC 3161 timestamp",
    "verify.stamp.opentimestamps": "OpenTimestamps proof",
    "verify.stamp.no_time": "the time is in the block that it leads to",
    "verify.stamp.fits": "{name}: a {kind} over this bundle ({time})",
    "verify.stamp.differs": "{name}: a {kind}, but over something else than this bundle ({time})",
    "verify.signer.not-checked": (
        "    Who signed it, and whether that is to be trusted, was not checked: give the "
        "certificates that you trust (--timestamp-roots FILE), or use openssl ts -verify, or ots "
        "verify."
    ),
    "verify.signer.trusted": (
        "    It is signed by {signer}, whose certificate led to one that you trust at that time. "
        "Whether it was called back was not checked."
    ),
    "verify.signer.signature": "    It is NOT good: its signature does not fit what it says.",
    "verify.signer.certificate": (
        "    It is NOT good: the certificate of its signer is not in it, or is not for timestamps."
    ),
    "verify.signer.chain": (
        "    It is NOT good: the certificate of its signer did not lead to one that you trust at "
        "that time."
    ),
    "verify.case.fits": (
        "It is of this case, and the log of the case still begins with the log in the bundle. It "
        "has {entries} entries by now."
    ),
    "verify.case.broken": (
        "It is of this case, but the log of the case is not the one in the bundle any more: from "
        "entry {at} on it was changed, exchanged or cut."
    ),
    "verify.case.other": "It is not of this case, or was not signed with its key.",
    "verify.container": (
        "it is damaged or cut off, or something was put into it, so not everything could be read"
    ),
    "verify.sound.fits": (
        "Nothing was changed in it: {files} files are as they were written, and signed with the "
        "key that you were told."
    ),
    "verify.sound.not-compared": (
        "The {files} files fit the signature inside. Whose key that is was NOT compared: somebody "
        "who changed the files and signed them anew would get this answer, too."
    ),
    "verify.sound.differs": (
        "The {files} files fit the signature inside; but anybody can sign with a key of their own."
    ),
    "verify.not_sound": "This bundle is not as it was written. Do not rely on it.",
    "verify.log_changed": (
        "The {files} files fit the signature inside. But the custody log had been changed in the "
        "case before the bundle was made, so what the log says cannot be relied on."
    ),
    "verify.too_new": (
        "This version of Geoul cannot check this bundle: a newer one is needed for that."
    ),
    "verify.fingerprint.not-compared": (
        "Fingerprint of the key that signed it. Compare it with the one that you were told or have "
        "on paper, or give that one, and it is compared (on the command line: --fingerprint HEX). "
        "Anybody could sign with a key of their own.\n"
        "    {fingerprint}"
    ),
    "verify.custody_head": "Custody log: {entries} entries, the last is {sha256}",
}
