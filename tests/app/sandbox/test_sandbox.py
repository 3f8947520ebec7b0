import sys

import pytest

from app.sandbox.python_hook import refuse_system
from face.types import Reason
from tests.app.sandbox.pools import fake_pool, outcomes, says


@pytest.mark.parametrize(
    "event", ["open", "os.listdir", "os.fork", "os.exec", "os.kill", "subprocess.Popen"]
)
def test_where_there_is_no_filter_python_code_is_refused_files_and_processes(event: str) -> None:
    with pytest.raises(PermissionError):
        refuse_system(event, ("/etc/hostname",))


@pytest.mark.parametrize("event", ["import", "compile", "object.__getattr__"])
def test_everything_else_is_let_through(event: str) -> None:
    refuse_system(event, ())


REFUSED = ["open", "create", "list", "execmem", "limit"]


KILLED = ["connect", "fork", "exec", "signal"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the filter")
def test_what_a_decoder_must_not_do_is_refused_and_an_attack_ends_the_child() -> None:
    media = [says(word) for word in (*REFUSED, *KILLED, "thread", "faces 3")]
    with fake_pool() as pool:
        came = outcomes(pool, *media)
    refused, killed, others = came[:5], came[5:9], came[9:]
    assert refused == [1] * 5
    assert killed == [Reason.DECODER_DIED] * 4
    assert others == [1, 3]
