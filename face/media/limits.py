"""Limits on decoding one file. All were measured: docs/decisions/0020."""

MAX_FRAME_PIXELS = 28_000_000
"""Larger pictures are reduced by a whole number before they are handed on (84 MB of RGB).
A 108-megapixel photo, halved, just fits."""

MAX_DECODED_BYTES = 380_000_000
"""Most bytes that a decoder may hold of one picture: pixels times BYTES_PER_PIXEL."""

BYTES_PER_PIXEL = {"WEBP": 16, "AVIF": 9, "HEIF": 7, "JPEG2000": 17, "JXL": 15}
"""Measured peak of decoders that hold several copies; others hold only Pillow's picture. JPEG XL
holds 10, and up to 36 where it is packed in a rare way: that fits a child that runs alone."""

MAX_JPEG_PIXELS = 500_000_000
"""Largest JPEG. It is reduced by 2, 4 or 8 while it is decoded, so that time is the limit (~5
s)."""

MAX_BUFFERED_BYTES = 128 * 1024 * 1024
"""Largest file of WebP, AVIF, HEIF, JPEG 2000, JPEG XL or compressed TIFF, which decoders read
whole."""

MAX_ANIMATION_PIXELS = 16_000_000
"""Largest canvas of an animation, of which decoders hold up to six copies. Of a larger one only the
first frame is scanned."""

MAX_ANIMATION_FRAMES = 5_000
"""Most frames of an animation that are decoded."""

MAX_ANIMATION_DECODED_PIXELS = 2_500_000_000
"""Most pixels of all decoded frames of an animation together."""

EVERY_FRAME_UP_TO = 200
"""Distinct frames of an animation that are all scanned; later ones are sampled as in a video."""

MAX_PAGES = 100
"""Most pages of a TIFF, or pictures of an MPO or HEIF, that are scanned."""

MAX_PROFILE_BYTES = 4 * 1024 * 1024
"""Largest colour profile that is applied; larger ones are ignored."""

SAMPLE_MS = 500
"""Longest interval between two samples of a video."""

KEY_FRAME_GAP_MS = 200
"""A key frame nearer than this to the sample before it is no additional sample."""

MAX_SAMPLES = 2_400
"""Frames of one video that are scanned: 20 minutes at two a second. Longer videos are sampled more
thinly over their whole length."""

MAX_FRAME_HASHES = 5_000
"""Most frames of one video that are hashed: one a second of those that are scanned."""

MAX_VIDEO_PIXELS = 36_000_000
"""Largest frame of a video: 8K (7,680 x 4,320) fits. A decoder holds some ten of them."""

MAX_VIDEO_FRAME_PIXELS = 9_500_000
"""Size to which frames of larger videos are reduced: 4K (4,096 x 2,304)."""

MAX_DECODE_FAILURES = 500
"""Packets of a video that may fail before decoding stops."""

MAX_TRACKS = 5_000
"""Most tracks in one file."""

MAX_PARTS = 100
"""Most further pictures and videos in one file (a motion photo's video, tracks of a video, previews
of a raw photo) that are scanned."""

MAX_VIDEO_TRACKS = 8
"""Most tracks of pictures of one video that are scanned."""

FRAMES_OF_A_PART = 10_000_000
"""Frames of the n-th further part of a file are numbered from n times this on."""

MAX_BEHIND_BYTES = 128 * 1024 * 1024
"""How far behind the end of a picture further pictures and videos are looked for."""
