"""The language in which the program speaks."""

import locale
import os
from collections.abc import Mapping

LANGUAGES = ("en", "ko")


def language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the person's language, as the system says it; else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if setting := environment.get(variable):
            return _known(setting)
    return _known(locale.getlocale()[0] or "")


def _known(setting: str) -> str:
    # "ko_KR.UTF-8" on Unix, "Korean_Korea" on Windows
    return "ko" if setting.lower().startswith("ko") else "en"
