import pytest

from app.handover.report.typesetting import Typesetter


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    """Looks for the fonts of the system once."""
    return Typesetter()
