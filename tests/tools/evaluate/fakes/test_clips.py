import io

import av
import numpy as np

from face.scan_medium import scan_medium
from tests.support.square_engine import SquareEngine, picture
from tools.evaluate.fakes import clips


def test_a_clip_is_a_small_h264_video() -> None:
    content = clips.clip(np.asarray(picture({"red": (40, 20, 80)})))
    with av.open(io.BytesIO(content), "r") as container:
        video = container.streams.video[0]
        assert video.codec_context.name == "h264"
        assert (video.width, video.height) == (clips.WIDTH, clips.HEIGHT)
        assert len(list(container.decode(video))) == clips.FRAMES
    assert len(content) < 40_000


def test_the_face_of_a_clip_is_followed_by_the_program_itself() -> None:
    content = clips.clip(np.asarray(picture({"red": (40, 20, 80)}, ground=10)))
    scan = scan_medium(io.BytesIO(content), len(content), SquareEngine(), crops=False)
    assert any(track.samples > 1 and track.embedding.argmax() == 0 for track in scan.tracks)


def test_the_face_that_is_seen_longest_counts() -> None:
    face = clips.face_of_clip(
        clips.clip(np.asarray(picture({"blue": (40, 20, 90)}))), SquareEngine()
    )
    assert np.isfinite(face).all()
