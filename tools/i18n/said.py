"""Which keys of the catalogue the code says, read from its source."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import app
from app.messages.words import OTHER

ROOT = Path(app.__file__).parent.parent
SPEAKERS = ("app", "ui")

KEY = re.compile(r"[a-z_]+(\.[A-Za-z0-9_-]+)+")


@dataclass(frozen=True, slots=True)
class Said:
    """What a body of code says.

    Attributes:
        texts: String constants: any of them may be a key.
        made: Expressions for keys that are put together, one for each f-string.
        asked: Keys that are handed to `say` as they stand, and where.
    """

    texts: frozenset[str]
    made: frozenset[str]
    asked: tuple[tuple[str, str], ...]

    def says(self, key: str) -> bool:
        """Whether some line of the code may ask for the key."""
        plain = key.removesuffix(OTHER)
        return plain in self.texts or any(re.fullmatch(each, plain) for each in self.made)


def said() -> Said:
    """What the whole program says."""
    sources = (path for top in SPEAKERS for path in sorted((ROOT / top).rglob("*.py")))
    return read((str(p.relative_to(ROOT)), p.read_text("utf-8")) for p in sources if _speaks(p))


def read(sources: Iterable[tuple[str, str]]) -> Said:
    """What sources, given by name and text, say."""
    nodes = [(name, node) for name, text in sources for node in ast.walk(ast.parse(text))]
    constants = (n.value for _, n in nodes if isinstance(n, ast.Constant))
    return Said(
        frozenset(text for text in constants if isinstance(text, str)),
        frozenset(_expressions(node for _, node in nodes)),
        tuple((_asked(node), name) for name, node in nodes if _asked(node)),
    )


def _speaks(source: Path) -> bool:
    """The catalogue itself says nothing."""
    return not {"en", "ko"} & set(source.relative_to(ROOT).parts)


def _expressions(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            parts = [each.value if isinstance(each, ast.Constant) else None for each in node.values]
            written = "".join(str(part) for part in parts if part is not None)
            # f"{page}.{line}" would stand for every key there is
            if "." in written and any(map(str.isalpha, written)):
                yield "".join(".+" if part is None else re.escape(str(part)) for part in parts)


def _asked(node: ast.AST) -> str:
    """The key of a call of `say` with a constant; empty for any other node."""
    if not isinstance(node, ast.Call) or not node.args:
        return ""
    name, first = getattr(node.func, "attr", ""), node.args[0]
    if name != "say" or not isinstance(first, ast.Constant):
        return ""
    return str(first.value) if KEY.fullmatch(str(first.value)) else ""
