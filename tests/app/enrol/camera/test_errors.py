import pytest

from app.enrol.camera.errors import CameraError
from app.messages import Words

ERRORS = [CameraError, *CameraError.__subclasses__()]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("error", ERRORS)
def test_each_has_words_that_say_how_to_go_on(error: type[CameraError], language: str) -> None:
    words = Words(language)
    assert error.__name__ in words._errors
    assert {"en": "photos", "ko": "사진"}[language] in words.error(error())
