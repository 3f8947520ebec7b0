"""Draw something over a face: a hand, hair, glasses, a mask.

Plain shapes in plausible colours, soft at the edge: what matters is which part of the face is gone
(as in the drawn masks of A. Anwar and A. Raychowdhury, "Masked face recognition for secure
authentication", 2020).
"""

import numpy as np
from numpy.typing import NDArray

from face.cv import cv2
from face.types import Floats
from tools.evaluate.fakes.portrait import Portrait, blurred

_HAND: Floats = np.array(
    [[56, 120], [56, 92], [54, 60], [55, 34], [62, 22], [70, 18], [82, 16], [94, 22], [104, 36],
     [110, 60], [108, 90], [98, 122]],
    np.float32,
)  # fmt: skip
_FINGERS = ((66, 20), (77, 17), (89, 19))
"""Where one finger ends and the next begins."""

_HAIR: Floats = np.array(
    [[58, -20], [54, 20], [57, 50], [55, 80], [60, 125], [120, 125], [122, 20], [100, -20]],
    np.float32,
)
_LEFT_EYE, _RIGHT_EYE = (38.3, 51.7), (73.5, 51.5)
_MASK: Floats = np.array(
    [[56, 62], [72, 66], [93, 70], [91, 88], [78, 108], [56, 117], [34, 108], [21, 88], [19, 70],
     [40, 66]],
    np.float32,
)  # fmt: skip


def hand(portrait: Portrait) -> Portrait:
    """Half of the face behind the palm and the fingers of a hand of its own colour."""
    skin = _skin(portrait)
    drawn = np.full(portrait.pixels.shape, skin * 0.93, np.float32)
    for x, y in _FINGERS:
        line = portrait.places(np.array([[x, y], [x - 3, y + 45]], np.float32))
        _line(drawn, line, skin * 0.72, 1.5 * portrait.size)
    drawn = blurred(drawn, 0.8 * portrait.size) + _grain(portrait, 3)
    return portrait.covered(drawn, portrait.mask(_HAND, soft=0.7))


def hair(portrait: Portrait) -> Portrait:
    """Half of the face behind dark hair that falls over it."""
    rng = np.random.default_rng(7)
    drawn = np.full(portrait.pixels.shape, (38, 30, 27), np.float32)
    for x in np.linspace(52, 122, 60):
        way = np.array([[x, -20], [x + rng.normal(0, 3), 50], [x + rng.normal(0, 5), 125]])
        shade = np.array([38, 30, 27]) * rng.uniform(0.5, 2.2)
        _line(drawn, portrait.places(way.astype(np.float32)), shade, 0.8 * portrait.size)
    return portrait.covered(drawn, portrait.mask(_HAIR, soft=1.2))


def glasses(portrait: Portrait) -> Portrait:
    """Dark frames around both eyes, with a bridge and temples, and slightly grey lenses."""
    drawn = portrait.pixels.astype(np.float32)
    frame = np.array([25.0, 22, 22])
    lenses = [_oval(eye, 15, 11) for eye in (_LEFT_EYE, _RIGHT_EYE)]
    for lens in lenses:
        inside = portrait.mask(lens)[..., None]
        drawn = drawn * (1 - 0.18 * inside) + 0.18 * inside * 205
    for lens in lenses:
        _line(drawn, portrait.places(lens), frame, 2.2 * portrait.size, closed=True)
    for line in ([[53, 50], [59, 50]], [[23, 50], [10, 47]], [[89, 50], [102, 47]]):
        _line(drawn, portrait.places(np.array(line, np.float32)), frame, 2.2 * portrait.size)
    return portrait.with_pixels(drawn)


def mask(portrait: Portrait) -> Portrait:
    """A pale blue surgical mask over nose, mouth and chin."""
    drawn = np.full(portrait.pixels.shape, (182, 208, 222), np.float32)
    for y in (76, 86, 96):
        fold = portrait.places(np.array([[20, y], [56, y + 5], [92, y]], np.float32))
        _line(drawn, fold, np.array([150.0, 180, 198]), 1.0 * portrait.size)
    drawn = blurred(drawn, 0.6 * portrait.size) + _grain(portrait, 4)
    return portrait.covered(drawn, portrait.mask(_MASK, soft=0.4))


def _skin(portrait: Portrait) -> NDArray[np.float32]:
    """Colour of the cheeks."""
    cheeks = portrait.mask(_oval((30, 74), 7, 7)) + portrait.mask(_oval((82, 74), 7, 7)) > 0
    pixels = portrait.pixels[cheeks] if cheeks.any() else portrait.pixels.reshape(-1, 3)
    return np.asarray(np.median(pixels, axis=0), np.float32)


def _grain(portrait: Portrait, deviation: float) -> NDArray[np.float32]:
    noise = np.random.default_rng(3).normal(0, deviation, portrait.pixels.shape[:2])
    return np.asarray(noise[..., None], np.float32)


def _oval(middle: tuple[float, float], wide: float, high: float) -> Floats:
    angle = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    return np.asarray(
        np.stack([middle[0] + wide * np.cos(angle), middle[1] + high * np.sin(angle)], axis=1),
        np.float32,
    )


def _line(
    picture: NDArray[np.float32],
    points: Floats,
    colour: NDArray[np.floating],
    thick: float,
    closed: bool = False,
) -> None:
    way = [np.rint(points).astype(np.int32)]
    shade = tuple(float(part) for part in colour)
    cv2.polylines(picture, way, closed, shade, max(1, round(thick)), cv2.LINE_AA)
