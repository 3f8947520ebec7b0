"""Rules of the house that no linter knows."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOPS = ("app", "ui", "face", "storage")
SOURCES = [p for top in TOPS for p in sorted((ROOT / top).rglob("*.py"))]
FORBIDDEN_NAMES = {"utils", "common", "helpers", "manager", "controller", "services"}
REGISTRY = re.compile(
    r"https?://[^ \"]+/(simple|packages)/|^ *(extra-)?index-url|\"resolved\":", re.MULTILINE
)
MACHINE_PATH = re.compile(r"(?<![\w./])/(work|tmp|root)/")
GUIDES = ("README.md", "CONTRIBUTING.md", "docs/architecture.md")
NAMED_PATH = re.compile(r"`((?:app|ui|face|storage|tests|tools|docs)/[^`\s]*)`")
PICTURES_AND_WEIGHTS = {".jpg", ".jpeg", ".heic", ".onnx", ".dat", ".mp4", ".webp", ".gif", ".pt"}


def tracked() -> list[Path]:
    """Return the files that the repository holds, or all sources where git is not there."""
    try:
        listing = subprocess.run(
            ["git", "ls-files", "-z"],  # noqa: S607
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return SOURCES
    return [ROOT / name for name in listing.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_are_named_after_what_they_do(path: Path) -> None:
    assert not FORBIDDEN_NAMES & set(path.relative_to(ROOT).with_suffix("").parts)


def test_no_registry_address_is_written_down() -> None:
    texts = [p for p in tracked() if p.suffix in {".py", ".md", ".toml", ".lock", ".in", ""}]
    assert [p.name for p in texts if REGISTRY.search(p.read_text("utf-8", "replace"))] == []


def test_the_registry_rule_sees_an_address() -> None:
    assert REGISTRY.search("--index-url https://example.org/" + "simple/\n") is not None


def test_no_path_of_a_machine_is_written_down() -> None:
    texts = [p for p in tracked() if p.suffix in {".py", ".md", ".toml", ".json", ""}]
    assert [p.name for p in texts if MACHINE_PATH.search(p.read_text("utf-8", "replace"))] == []


def test_no_picture_of_a_person_and_no_weights_are_kept() -> None:
    assert [p.name for p in tracked() if p.suffix.lower() in PICTURES_AND_WEIGHTS] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_every_path_that_a_guide_names_exists(guide: str) -> None:
    named = NAMED_PATH.findall((ROOT / guide).read_text("utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []
