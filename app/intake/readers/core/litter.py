"""Files that a system leaves beside those of a person: how a folder looks, thumbnails, attributes.

They are neither content nor a failure. What has such a name and is something else is content.
"""

from face.media.sniff import sniff

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = {
    ".ds_store": b"\0\0\0\1Bud1",
    "thumbs.db": _OLE,
    "ehthumbs.db": _OLE,
}
_APPLE_DOUBLE = b"\0\5\x16\7"


def is_litter(name: str, head: bytes) -> bool:
    """Return whether a file is one of them, by its name and by how it begins."""
    folded = name.casefold()
    if folded in _MARKS:
        return head.startswith(_MARKS[folded])
    if folded == "desktop.ini":
        return _is_settings(head)
    return folded.startswith("._") and head.startswith(_APPLE_DOUBLE)


def _is_settings(head: bytes) -> bool:
    """Whether it is a text that begins with the name of a section."""
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if is_wide else "utf-8-sig", "replace").lstrip()
    return text.startswith("[") and sniff(head).startswith("text/")
