"""Put a child process together and start it: the only place that knows all of its parts."""

from app.sandbox.child import open_engine, serve
from app.sandbox.child_frame import load_decoders
from app.sandbox.child_pipe import ChildPipe
from app.sandbox.child_work import ChildWork


def load_readers(pipe: ChildPipe) -> ChildWork:
    """Load every reader; only a child that reads needs them."""
    from app.intake.readers.child import reader_work

    return reader_work(pipe)


def main() -> int:
    """Serve the parent until it closes the pipe; return the exit status."""
    return serve(open_engine, load_decoders, load_readers)


if __name__ == "__main__":
    raise SystemExit(main())
