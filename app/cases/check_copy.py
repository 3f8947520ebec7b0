"""Hand a case to a person to check at home: numbers only, under a passphrase of its own."""

from pathlib import Path

from storage.case import Case


def make_check_copy(case: Case, path: Path, passphrase: str) -> str:
    """Write the check copy and return its recovery code; the case notes it in its custody log.

    Raises:
        CheckCopyError: The case is a check copy itself.
        CaseExistsError, DiskFullError and what else making a case may raise.
    """
    return case.write_check_copy(path, passphrase)
