from tests.support.shared_reader import (  # noqa: F401 - fixtures of all tests below
    shared_reader,
    shared_reader_children,
)
