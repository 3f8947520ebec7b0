"""A case of somebody who has its key and puts in what makes no sense."""

from contextlib import closing
from pathlib import Path

import pytest

from storage.case import Case
from storage.connection import connect
from storage.errors import CaseDamagedError
from storage.keys import SALT_BYTES, derive_key
from tests.storage.samples import CHEAP, PASSPHRASE, add, make_case, open_case, scan_of


def read(case: Case) -> None:
    for pack in case.info().packs:
        case.tracks(pack.pack, pack.pipeline)
    for item in case.items():
        case.item(item.item)


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE item SET state = 'none of ours'",
        "UPDATE item SET reason = x'ff'",
        "UPDATE source SET filename = x'ff'",
        "UPDATE track SET embedding = x'00'",
        "UPDATE track SET embedding = 'text'",
        "UPDATE track SET item = 'text'",
        "UPDATE scan SET tracks = 4000000000",
        "UPDATE model SET dimension = -1",
        "UPDATE face SET landmarks = x'00000000'",
        "UPDATE meta SET value = 'neither' WHERE name = 'kind'",
        "UPDATE meta SET value = 'neither' WHERE name = 'media'",
        "DELETE FROM meta WHERE name = 'id'",
    ],
)
def test_what_makes_no_sense_is_damage(tmp_path: Path, forgery: str) -> None:
    path = tmp_path / "case"
    made, _ = make_case(path)
    with made:
        made.store_scan(add(made, "a"), scan_of("x", "y"))
        read(made)
    key = derive_key(PASSPHRASE, path.read_bytes()[:SALT_BYTES], CHEAP)
    with closing(connect(path, key)) as connection:
        connection.execute(forgery)
    with pytest.raises(CaseDamagedError), open_case(path) as case:
        read(case)
