"""The font with Hangul that comes with the program, for computers that have none."""

from pathlib import Path

from face.package_files import file_in


def korean_font() -> Path | None:
    """Return the path of Noto Sans KR (OFL-1.1), or None where it is not installed."""
    try:
        return file_in("pylopdf_fonts_ko", "NotoSansKR-Regular.otf")
    except FileNotFoundError:
        return None
