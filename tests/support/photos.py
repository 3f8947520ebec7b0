"""Photos that come inside dependencies, and what the tests make of them."""

import numpy as np
from PIL import Image, ImageDraw

from face.align import DLIB_TEMPLATE, aligned
from face.cv import cv2
from face.package_files import file_in
from face.types import Face, Pixels


def astronaut() -> Pixels:
    """Eileen Collins, 512 x 512, public domain: one face, 88 pixels."""
    with Image.open(file_in("skimage", "data/astronaut.png")) as picture:
        return np.asarray(picture.convert("RGB"))


def six_people() -> Pixels:
    """1280 x 886, six faces of about 100 pixels."""
    path = file_in("insightface", "data/images/t1.jpg")
    return np.ascontiguousarray(np.asarray(cv2.imread(str(path)), np.uint8)[:, :, ::-1])


def resized(picture: Pixels, factor: float) -> Pixels:
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, None, fx=factor, fy=factor, interpolation=way), np.uint8)


def rolled(picture: Pixels, degrees: float) -> Pixels:
    """Turned counter-clockwise about its middle."""
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 0.7)
    return np.asarray(cv2.warpAffine(picture, matrix, (width, height)), np.uint8)


def jpeg(picture: Pixels, quality: int) -> Pixels:
    """After compression."""
    content = cv2.imencode(".jpg", picture[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.ascontiguousarray(np.asarray(cv2.imdecode(content, cv2.IMREAD_COLOR))[:, :, ::-1])


def cut_out(picture: Pixels, face: Face, margin: float) -> Pixels:
    """The face with a margin, as a share of its size, on every side."""
    height, width = picture.shape[:2]
    left, top, right, bottom = np.array(face.box) * (width, height, width, height)
    beside, above = margin * (right - left), margin * (bottom - top)
    x, y = max(0, int(left - beside)), max(0, int(top - above))
    return np.array(picture[y : int(bottom + above), x : int(right + beside)], np.uint8)


def landscape(width: int, height: int) -> Pixels:
    """Soft noise on a slope of colours: no face."""
    noise = np.random.default_rng(7).normal(0, 40, (height // 20 + 1, width // 20 + 1, 3))
    soft = cv2.resize(noise.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    slope = np.linspace(60, 190, height, dtype=np.float32)[:, None, None]
    return np.asarray(np.clip(slope + soft, 0, 255), np.uint8)


def phone(*contents: Pixels) -> Pixels:
    """A picture of a phone's screen: a chat with pictures below each other, as they are sent."""
    screen = Image.new("RGB", (1080, 2340), (178, 199, 218))
    pen = ImageDraw.Draw(screen)
    pen.rectangle((0, 0, 1080, 90), fill=(20, 20, 24))
    pen.rectangle((0, 2200, 1080, 2340), fill=(250, 250, 250))
    top = 160
    for content in contents:
        pen.rounded_rectangle((60, top, 660, top + 70), 30, fill=(255, 235, 51))
        pen.text((90, top + 20), "21:05  hello", fill=(30, 30, 30))
        sent = Image.fromarray(content)
        sent.thumbnail((640, 520))
        screen.paste(sent, (60, top + 90))
        top += 90 + sent.height + 60
    return np.asarray(screen)


def collage(*contents: Pixels) -> Pixels:
    """Four pictures in a square, touching each other."""
    whole = Image.new("RGB", (1600, 1600), (255, 255, 255))
    for number, content in enumerate(contents):
        part = Image.fromarray(content)
        part.thumbnail((800, 800))
        whole.paste(part, (800 * (number % 2), 800 * (number // 2)))
    return np.asarray(whole)


def dlib_crops() -> Pixels:
    """Cut sixteen crops for dlib's network, n x 150 x 150, each a little further over the face."""
    picture = astronaut()
    points = np.array([[200, 100], [240, 102], [220, 130], [205, 145], [238, 146]], np.float32)
    moved = [aligned(picture, points + shift, DLIB_TEMPLATE, 150) for shift in range(0, 80, 5)]
    return np.stack(moved)
