"""What is wrong with the catalogue, one sentence for each problem."""

import ast
import string
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Self

from app.messages import en, ko
from tools.i18n.said import Said
from tools.i18n.translations import digest

KINDS = ("TEXTS", "ERRORS", "REASONS")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every text by key; errors and reasons as "ERRORS.name" and "REASONS.name".

    Attributes:
        twice: Keys that are written down more than once: the later text hides the earlier.
    """

    english: Mapping[str, str]
    korean: Mapping[str, str]
    twice: tuple[str, ...] = ()

    @classmethod
    def load(cls) -> Self:
        """The catalogue of the program."""
        return cls(_all(en), _all(ko), tuple(sorted({*_twice(en), *_twice(ko)})))


def problems(catalogue: Catalogue, said: Said, translated_from: Mapping[str, str]) -> list[str]:
    """Return what is wrong; nothing when the catalogue is in order."""
    return [
        *_missing(catalogue),
        *(f"{key}: it is written down twice" for key in catalogue.twice),
        *_other_placeholders(catalogue),
        *_unused(catalogue, said),
        *_unknown(catalogue, said),
        *_stale(catalogue, translated_from),
    ]


def _all(language: ModuleType) -> dict[str, str]:
    texts: dict[str, str] = dict(language.TEXTS)
    for kind in KINDS[1:]:
        texts |= {f"{kind}.{name}": text for name, text in getattr(language, kind).items()}
    return texts


def _twice(language: ModuleType) -> Iterator[str]:
    files = [p for p in Path(str(language.__file__)).parent.rglob("*.py") if p.stem != "__init__"]
    statements = [each for path in files for each in ast.parse(path.read_text("utf-8")).body]
    values = [each.value for each in statements if isinstance(each, ast.Assign)]
    keys = (key for table in values if isinstance(table, ast.Dict) for key in table.keys)
    counts = Counter(key.value for key in keys if isinstance(key, ast.Constant))
    yield from (str(key) for key, count in counts.items() if count > 1)


def _missing(catalogue: Catalogue) -> Iterator[str]:
    for key in sorted(catalogue.english.keys() - catalogue.korean.keys()):
        yield f"{key}: there is no Korean"
    for key in sorted(catalogue.korean.keys() - catalogue.english.keys()):
        yield f"{key}: there is no English"


def _other_placeholders(catalogue: Catalogue) -> Iterator[str]:
    for key in sorted(catalogue.english.keys() & catalogue.korean.keys()):
        english, korean = map(_placeholders, (catalogue.english[key], catalogue.korean[key]))
        if english != korean:
            yield f"{key}: the placeholders differ: {sorted(english)}, {sorted(korean)}"


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _unused(catalogue: Catalogue, said: Said) -> Iterator[str]:
    kinds = tuple(f"{kind}." for kind in KINDS)  # found by the names of classes and of values
    for key in sorted(catalogue.english):
        if not key.startswith(kinds) and not said.says(key):
            yield f"{key}: no code says it"


def _unknown(catalogue: Catalogue, said: Said) -> Iterator[str]:
    for key, source in sorted(set(said.asked)):
        if key not in catalogue.english:
            yield f"{key}: {source} says it, but it is not in the catalogue"


def _stale(catalogue: Catalogue, translated_from: Mapping[str, str]) -> Iterator[str]:
    for key in sorted(catalogue.english.keys() & catalogue.korean.keys()):
        if key not in translated_from:
            yield f"{key}: nobody has accepted its Korean yet"
        elif translated_from[key] != digest(catalogue.english[key]):
            yield f"{key}: its English changed after it was translated"
    for key in sorted(translated_from.keys() - catalogue.english.keys()):
        yield f"{key}: it is gone, but its translation is still accepted"
