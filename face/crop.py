"""Small pictures of faces, which a case keeps and the review shows."""

import numpy as np

from face.align import DLIB_SIZE, DLIB_TEMPLATE, similarity, warped
from face.cv import cv2
from face.types import Face, Pixels

SIZE = 160
"""Largest width and height, in pixels."""

_JPEG_QUALITY = 88


def crop_jpeg(pixels: Pixels, face: Face) -> bytes:
    """Crop a face of a frame, tight and upright, to a JPEG of at most 160 x 160 pixels.

    A smaller face is not enlarged.
    """
    height, width = pixels.shape[:2]
    landmarks = face.landmarks * np.array([width, height], np.float32)
    matrix = similarity(landmarks, DLIB_TEMPLATE + 0.5)
    scale = max(float(np.hypot(matrix[0, 0], matrix[1, 0])), 1e-6)
    size = int(np.clip(DLIB_SIZE / scale, 16, SIZE))
    picture = warped(pixels, matrix * (size / DLIB_SIZE), size)
    return encode(picture)


def encode(picture: Pixels) -> bytes:
    """Encode a picture as JPEG, without any metadata."""
    reversed_channels = cv2.cvtColor(picture, cv2.COLOR_RGB2BGR)
    _, content = cv2.imencode(".jpg", reversed_channels, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
    return bytes(content)
