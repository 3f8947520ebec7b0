"""Addresses of content: the path of a file on the disk, and the members of containers in it.

`/home/her/room.zip` NUL `photos.zip` NUL `a/1.jpg` is a member of a zip that is a member of a zip.
No path and no member name can hold a NUL, so nothing is ambiguous. What lies in no file at all (a
message whose media was not exported, a bare link) has an address that begins with a NUL.
"""

SEPARATOR = "\0"

_LONGEST_PART = 4096
"""Of what an export calls a room, a message or a sender: addresses are not without end."""

SHOWN = " \u203a "
"""The separator that people see in place of SEPARATOR."""


def member_address(container: str, member: str) -> str:
    """Return the address of a member of a container; a NUL in its name is replaced."""
    return container + SEPARATOR + member.replace(SEPARATOR, "\ufffd")


def fileless_address(*parts: object) -> str:
    """Return an address, the same on every run, for content that lies in no file."""
    return member_address("", "/".join(str(part)[:_LONGEST_PART] for part in parts))


def disk_path(address: str) -> str:
    """Return the path of the outermost file on the disk; empty for content in no file."""
    return address.partition(SEPARATOR)[0]


def depth(address: str) -> int:
    """Return the number of containers in which the content lies."""
    return address.count(SEPARATOR)


def display_address(address: str) -> str:
    """Return the address as it is shown to people."""
    return address.lstrip(SEPARATOR).replace(SEPARATOR, SHOWN)
