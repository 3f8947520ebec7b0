import pytest

from app.worker.sandbox import refuse_system


@pytest.mark.parametrize(
    "event", ["open", "os.listdir", "os.fork", "os.exec", "os.kill", "subprocess.Popen"]
)
def test_where_there_is_no_filter_python_code_is_refused_files_and_processes(event: str) -> None:
    with pytest.raises(PermissionError):
        refuse_system(event, ("/etc/hostname",))


@pytest.mark.parametrize("event", ["import", "compile", "object.__getattr__"])
def test_everything_else_is_let_through(event: str) -> None:
    refuse_system(event, ())
