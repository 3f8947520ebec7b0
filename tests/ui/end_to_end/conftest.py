"""A real X server, or a loud reason why there is none."""

import os
from collections.abc import Iterator

import pytest

from tests.support.x_server import NoXServerError, x_server


def pytest_addoption(parser: pytest.Parser) -> None:
    """Known only when this folder is named on the command line, which is when it is wanted."""
    parser.addoption("--times", type=int, default=1, help="go the whole way so many times")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Once, unless more was asked for."""
    if "time" in metafunc.fixturenames:
        metafunc.parametrize("time", range(metafunc.config.getoption("--times", 1)))


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """The value of DISPLAY. Where nobody watches (CI), it must be there."""
    try:
        with x_server() as name:
            yield name
    except NoXServerError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"THE WINDOW WAS NOT TESTED FROM END TO END: {error}")
