"""The scripts of a bundle that check it without Geoul. They are the same in every bundle.

So they say everything in both languages themselves, and their hashes can be told beforehand.
"""

from collections.abc import Iterator
from importlib.resources import files

from storage.bundle.member import Member

SHELL = "check.sh"
POWERSHELL = "check.ps1"


def check_scripts() -> Iterator[Member]:
    """Yield both scripts.

    Windows PowerShell 5 takes a script without a byte order mark for one in the code page of the
    system, and editors of Windows want CRLF.
    """
    yield Member.of(SHELL, _script(SHELL).encode())
    yield Member.of(POWERSHELL, _script(POWERSHELL).replace("\n", "\r\n").encode("utf-8-sig"))


def _script(name: str) -> str:
    return (files(__name__) / name).read_text("utf-8")
