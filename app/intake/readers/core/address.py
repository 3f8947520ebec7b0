"""Where a content is found again: the path of a file, and the members of holders inside it.

`/home/her/room.zip` NUL `photos.zip` NUL `a/1.jpg` is a member of a zip that is a member of a zip.
No path and no member name can hold a NUL, so nothing is ambiguous. What lies in no file at all (a
message whose media was not exported, a bare link) has an address that begins with a NUL.
"""

SEPARATOR = "\0"


SHOWN = " \u203a "
"""What people see in its place."""


def member_address(holder: str, member: str) -> str:
    """The address of a member; a NUL in its name would be read as something else."""
    return holder + SEPARATOR + member.replace(SEPARATOR, "\ufffd")


def fileless_address(*parts: object) -> str:
    """An address of what lies in no file, the same on every run."""
    return member_address("", "/".join(str(part) for part in parts))


def disk_path(address: str) -> str:
    """The path on the disk; empty for what lies in no file."""
    return address.partition(SEPARATOR)[0]


def depth(address: str) -> int:
    """In how many holders it lies."""
    return address.count(SEPARATOR)


def display_address(address: str) -> str:
    """The address as people read it."""
    return address.lstrip(SEPARATOR).replace(SEPARATOR, SHOWN)
