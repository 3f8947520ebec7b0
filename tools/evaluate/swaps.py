"""Measure the face swaps of a public set: does the person whose face it is find herself?

python -m tools.evaluate.swaps FOLDER [--pack NAME] [--most NUMBER]

Reads the file names of two public sets, videos, pictures, or folders of frames, at any depth:
FaceForensics++ (A. Rössler et al., 2019), `<target>_<source>.mp4` beside originals `<id>.mp4`, and
HiDF (C. Kang et al., 2025), `<base>_<target>.jpg` beside `<id>.jpg`. In both the second name is the
person whose face was put in, here called the source; HiDF itself calls her the target. Her one own
photo is the best frame of her original. The case holds the fake, and the originals of all others
who occur, also of the person in whose picture the face is.
"""

import argparse
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from face.engine import FaceEngine
from face.errors import UnreadableMediaError
from face.matching.calibration import Calibration
from face.packs import DEFAULT_PACK
from face.scan_medium import scan_medium
from face.types import Embedding, FaceFinder, Scan
from tools.evaluate.embeddings import Embeddings, cached
from tools.evaluate.figures import Figure
from tools.evaluate.searches import ABOVE_ALL_BUT_ONE, Found, Search, figures_of, searched

EXPRESSIONS_ONLY = ("Face2Face", "NeuralTextures")
"""Methods of FaceForensics++ that move the target's own face: nobody else's is in the picture."""

_PICTURES = {".jpg", ".jpeg", ".png", ".webp"}
_VIDEOS = {".mp4", ".avi", ".mov", ".mkv", ".webm"}
_NAME = r"((?=[A-Za-z-]*[0-9])[A-Za-z0-9-]+)"
_ORIGINAL = re.compile(rf"{_NAME}(?:__.*)?")
_SWAP = re.compile(rf"{_NAME}_{_NAME}(?:__.*)?")
"""Names of swaps. Two underscores precede the scene (DeepFakeDetection in FaceForensics++)."""

_NO_METHOD = re.compile(
    r"manipulated_sequences|original_sequences|raw|c\d+|videos?|images?|frames|fake.*|samples|data",
    re.IGNORECASE,
)
"""Folder names that tell how the files are stored, not how the fakes were made."""

_FRAMES = 12


@dataclass(frozen=True, slots=True)
class Medium:
    """A video, a picture, or a folder of frames.

    Attributes:
        method: The method of the swap; empty for an original.
        target: The person whose picture it is; for an original, the person in it.
        source: The person whose face is in it.
    """

    path: Path
    method: str
    target: str
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Swap:
    """One swap with the result of its search.

    Attributes:
        to_source, to_target: Cosine of the face to the own photo of either; NaN without a face.
    """

    medium: Medium
    found: Found
    to_source: float
    to_target: float


def media_in(folder: Path) -> tuple[list[Medium], dict[str, Medium]]:
    """Find the swaps below a folder, and the originals by name, in the order of their paths."""
    swaps: list[Medium] = []
    originals: dict[str, Medium] = {}
    for path in _candidates(folder):
        name = path.name if path.is_dir() else path.stem
        if both := _SWAP.fullmatch(name):
            swaps.append(Medium(path, _method(path.relative_to(folder)), both[1], both[2]))
        elif one := _ORIGINAL.fullmatch(name):
            originals.setdefault(one[1], Medium(path, "", one[1], one[1]))
    return swaps, originals


def measured(
    swaps: Iterable[Medium],
    originals: dict[str, Medium],
    engine: FaceFinder,
    calibration: Calibration,
) -> list[Swap]:
    """Measure the swaps whose two originals are there and show a face."""
    listed = [one for one in swaps if one.source in originals and one.target in originals]
    names = sorted({name for one in listed for name in (one.source, one.target)})
    faces = np.stack([face_of(originals[name], engine) for name in names]) if names else None
    if faces is None:
        return []
    row = {name: i for i, name in enumerate(names) if np.isfinite(faces[i]).all()}
    made = []
    for one in listed:
        if one.source not in row or one.target not in row:
            continue
        hers, host = row[one.source], row[one.target]
        fake = face_of(one, engine)
        others = np.array([i for i in row.values() if i != hers], np.intp)
        found = searched(faces, calibration, Search(hers, faces[[hers]], others, fake[None]))
        made.append(Swap(one, found, float(fake @ faces[hers]), float(fake @ faces[host])))
    return made


def face_of(medium: Medium, engine: FaceFinder) -> Embedding:
    """Embed the best sample of the face that is seen longest: d; NaN without a face; cached."""
    path = medium.path
    files = _frames(path) if path.is_dir() else [path]
    names = "\n".join(f"{file} {file.stat().st_size}" for file in files)
    return cached(names, engine, "-swap", lambda: _seen(files, engine))


def table(swaps: list[Swap]) -> str:
    """A table of the methods: swaps, how many found themselves, how alike the faces are."""
    head = f"{'method':24}{'swaps':>6}{'found':>16}{'strong':>16}{'above all but 1':>18}"
    lines = [head + f"{'to source':>11}{'to target':>11}"]
    for method in sorted({swap.medium.method for swap in swaps}):
        some = [swap for swap in swaps if swap.medium.method == method]
        named = figures_of([swap.found for swap in some])
        columns = (named["found"], named["found strong"], named[ABOVE_ALL_BUT_ONE])
        alike = (_median(swap.to_source for swap in some), _median(s.to_target for s in some))
        lines.append(_row(method, len(some), columns, alike))
    return "\n".join(lines)


def _row(
    method: str, count: int, shares: tuple[Figure, Figure, Figure], alike: tuple[float, float]
) -> str:
    found, strong, above = (str(figure) for figure in shares)
    note = "  (expressions only: the face stays the target's)" * (method in EXPRESSIONS_ONLY)
    numbers = "".join(f"{cosine:11.2f}" for cosine in alike)
    return f"{method:24}{count:6}{found:>16}{strong:>16}{above:>18}{numbers}{note}"


def _median(values: Iterable[float]) -> float:
    known = [value for value in values if np.isfinite(value)]
    return float(np.median(known)) if known else float("nan")


def _candidates(folder: Path) -> list[Path]:
    """Videos, pictures, and folders full of frames in the place of the frames themselves.

    FaceForensics++ has videos only; their frames are mostly kept as `.../000_003/0001.png`.
    """
    files = [p for p in sorted(folder.rglob("*")) if p.suffix.lower() in _PICTURES | _VIDEOS]
    above = {path.parent.name for path in files}
    swaps = [both for name in above | {p.stem for p in files} if (both := _SWAP.fullmatch(name))]
    known = {name for both in swaps for name in (both[1], both[2])}
    made: dict[Path, None] = {}
    for path in files:
        name = path.parent.name
        frame = path.suffix.lower() in _PICTURES and (name in known or _SWAP.fullmatch(name))
        made[path.parent if frame else path] = None
    return list(made)


def _method(path: Path) -> str:
    parts = [part for part in path.parts[:-1] if not _NO_METHOD.fullmatch(part)]
    return parts[0] if parts else "swaps"


def _frames(folder: Path) -> list[Path]:
    frames = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in _PICTURES]
    return frames[:: max(1, len(frames) // _FRAMES)][:_FRAMES]


def _seen(files: list[Path], engine: FaceFinder) -> Embeddings:
    print(f"looking at {files[0].name}", file=sys.stderr)
    scans = [scan for file in files if (scan := _looked_at(file, engine)) is not None]
    tracks = [track for scan in scans for track in scan.tracks]
    if not tracks:
        return np.full(sum(engine.widths), np.nan, np.float32)
    longest = max(tracks, key=lambda track: (track.samples, track.faces[0].face.quality))
    return longest.faces[0].face.embedding


def _looked_at(file: Path, engine: FaceFinder) -> Scan | None:
    try:
        with file.open("rb") as stream:
            return scan_medium(stream, file.stat().st_size, engine, crops=False)
    except UnreadableMediaError as error:
        print(f"{file.name} could not be looked at: {error}", file=sys.stderr)
        return None


def _some_of_each(swaps: list[Medium], most: int) -> list[Medium]:
    """At most `most` swaps of each method, evenly spread."""
    made: list[Medium] = []
    for method in sorted({swap.method for swap in swaps}):
        some = [swap for swap in swaps if swap.method == method]
        made += some[:: max(1, -(-len(some) // most))]
    return made


def main() -> int:
    """Measure the swaps of a folder, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pack", default=DEFAULT_PACK)
    parser.add_argument("--most", type=int, default=100, help="swaps of each method")
    arguments = parser.parse_args()
    swaps, originals = media_in(arguments.folder)
    if not swaps or not originals:
        print(
            f"{arguments.folder} holds {len(swaps)} swaps and {len(originals)} originals. Put "
            "there what a public set holds: swaps named 000_003.mp4 (whose picture, whose face), "
            "in a folder for each method, and originals named 000.mp4 and 003.mp4."
        )
        return 1
    engine = FaceEngine.open(arguments.pack)
    calibration = Calibration.load(engine.pack, engine.pipeline)
    some = _some_of_each(swaps, max(1, arguments.most))
    made = measured(some, originals, engine, calibration)
    print(f"{len(made)} of {len(some)} swaps have both originals, with a face in each.\n")
    if made:
        print(table(made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
