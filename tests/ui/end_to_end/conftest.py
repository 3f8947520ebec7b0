"""A real X server, or a skip that says loudly why there is none."""

import os
from collections.abc import Iterator

import pytest

from tests.support.x_server import NoXServerError, x_server


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --times, which exists only when this folder is named on the command line."""
    parser.addoption("--times", type=int, default=1, help="go the whole way so many times")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test once, unless --times says otherwise."""
    if "time" in metafunc.fixturenames:
        metafunc.parametrize("time", range(metafunc.config.getoption("--times", 1)))


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """The value of DISPLAY; without an X server the test is skipped, and fails in CI."""
    try:
        with x_server() as name:
            yield name
    except NoXServerError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"THE WINDOW WAS NOT TESTED FROM END TO END: {error}")
