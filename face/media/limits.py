"""How much of one file is looked at. Everything here was measured: docs/decisions/0020."""

MAX_FRAME_PIXELS = 28_000_000
"""Larger pictures are reduced by a whole number before they are handed on (84 MB of RGB).
A 108-megapixel photo, halved, just fits."""

MAX_DECODED_BYTES = 380_000_000
"""What a decoder may hold of one picture: pixels times BYTES_PER_PIXEL."""

BYTES_PER_PIXEL = {"WEBP": 16, "AVIF": 9, "HEIF": 7}
"""Measured peak of decoders that hold several copies; the others hold Pillow's own picture."""

MAX_JPEG_PIXELS = 500_000_000
"""JPEG is reduced by 2, 4 or 8 while it is decoded, so that here time is the limit (~5 s)."""

MAX_BUFFERED_BYTES = 128 * 1024 * 1024
"""WebP, AVIF, HEIF and compressed TIFF are read whole by their decoders."""

MAX_ANIMATION_PIXELS = 16_000_000
"""Canvas of an animation: decoders hold up to six copies of it. Beyond: the first frame only."""

MAX_ANIMATION_FRAMES = 5_000
"""How many frames of an animation are decoded."""

MAX_ANIMATION_DECODED_PIXELS = 2_500_000_000
"""The same for large canvases: all decoded frames together."""

EVERY_FRAME_UP_TO = 200
"""So many distinct frames of an animation are all looked at; later ones are sampled as video."""

MAX_PAGES = 100
"""Pages of a TIFF, pictures of an MPO or HEIF."""

MAX_PROFILE_BYTES = 4 * 1024 * 1024
"""Larger colour profiles are ignored."""

SAMPLE_MS = 500
"""A video is looked at no less often than this."""

KEY_FRAME_GAP_MS = 200
"""A key frame nearer than this to the sample before it is no sample of its own."""

MAX_SAMPLES = 2_400
"""Frames of one video that are looked at: 20 minutes at two a second. Longer ones are sampled
more thinly over their whole length."""

MAX_FRAME_HASHES = 5_000
"""Moments of one video that are hashed: one a second, and never more than are looked at."""

MAX_VIDEO_PIXELS = 36_000_000
"""8K (7,680 x 4,320) fits; a decoder holds some ten pictures."""

MAX_VIDEO_FRAME_PIXELS = 9_500_000
"""4K (4,096 x 2,304): frames of larger videos are reduced to this."""

MAX_DECODE_FAILURES = 500
"""Packets of a video that may fail before the rest is given up."""

MAX_TRACKS = 5_000
"""Faces of one file."""
