from pathlib import Path

import pytest

from storage.bundle.signing import fingerprint, in_groups, is_signed, key_in, pem_of
from storage.case import Case
from storage.errors import CheckCopyError
from tests.support.bundle_samples import KEY
from tests.support.case_samples import CHEAP, PASSPHRASE, open_case


def test_a_case_keeps_its_key(case: Case, path: Path) -> None:
    made = case.signing_key().private_bytes_raw()
    assert case.signing_key().private_bytes_raw() == made
    case.change_passphrase("new")
    case.close()
    with open_case(path, "new") as again:
        key = again.signing_key()
        assert key.private_bytes_raw() == made
        noted = [each.details for each in again.custody.entries() if "key" in each.action]
    assert noted == [{"fingerprint": fingerprint(key.public_key())}]


def test_every_case_has_another_key(case: Case, keeping: Case) -> None:
    assert case.signing_key().private_bytes_raw() != keeping.signing_key().private_bytes_raw()


def test_a_check_copy_signs_nothing_and_has_no_key(case: Case, tmp_path: Path) -> None:
    case.signing_key()
    case.write_check_copy(tmp_path / "copy", PASSPHRASE)
    with Case.open(tmp_path / "copy", PASSPHRASE, cost=CHEAP) as copy:
        assert "signing_key" not in copy._settings
        with pytest.raises(CheckCopyError):
            copy.signing_key()


def test_only_the_key_and_the_content_fit_the_signature() -> None:
    public, signature = KEY.public_key(), KEY.sign(b"content")
    assert is_signed(public, signature, b"content")
    assert not is_signed(public, signature, b"other")
    assert not is_signed(public, b"", b"content")
    assert key_in(pem_of(public)) == public
    assert key_in(b"no key") is None


def test_a_fingerprint_is_read_in_groups() -> None:
    assert in_groups("0123456789ab") == "0123 4567 89ab"
