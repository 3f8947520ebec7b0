"""The model packs that this program knows: facts only.

Where the SHA-256 values come from (each stands in at least two independent sources):
- det_10g, w600k_r50, det_500m, w600k_mbf, antelopev2: checksum tables of projects that pin the
  release assets of insightface v0.7; antelopev2's glintr100 also a Git LFS pointer of a copy.
- auraface: projects that pin fal/AuraFace-v1 at revision af6d057c; its detector is det_10g.
- yunet: the Git LFS pointer models/face_detection_yunet/face_detection_yunet_2023mar.onnx of
  opencv/opencv_zoo. sface: projects that pin opencv_zoo at revision 47534e27.
"""

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """Whose model classes run the files of a pack."""

    OPEN = "open"
    INSIGHTFACE = "insightface"
    OPENCV_ZOO = "opencv-zoo"


class Licence(StrEnum):
    """What may be done with the weights."""

    CC0_MIT = "CC0-1.0, MIT"
    RESEARCH_ONLY = "non-commercial research only"
    APACHE = "Apache-2.0"
    MIT_APACHE = "MIT, Apache-2.0"


class People(StrEnum):
    """Whom a pack tells apart poorly."""

    EAST_ASIAN = "east-asian"
    EAST_ASIAN_WOMEN = "east-asian-women"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of a pack: its name and the SHA-256 (64 hex digits) of the released file."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What is known of a pack before any of its files is there.

    Attributes:
        measured_on: What this program's figures for it were measured on; empty: never measured.
        poor_at: Whom it tells apart poorly, as far as measured.
        calibrated: Whether its thresholds were measured and come with the program.
    """

    name: str
    family: Family
    licence: Licence
    dimension: int
    detector: ModelFile
    recogniser: ModelFile
    measured_on: str = ""
    poor_at: tuple[People, ...] = ()
    calibrated: bool = False


_DET_10G = "5838f7fe053675b1c7a08b633df49e7af5495cee0493c7dcf6697200b85b5b91"
_DET_500M = "5e4447f50245bbd7966bd6c0fa52938c61474a04ec7def48753668a9d8b4ea3a"
_W600K_MBF = "9cc6e4a75f0e2bf0b1aed94578f144d15175f357bdc05e815e5c4a02b319eb4f"

OPEN = Listing(
    "open",
    Family.OPEN,
    Licence.CC0_MIT,
    128,
    ModelFile(
        "centerface.onnx", "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc"
    ),
    ModelFile(
        "dlib_face_recognition_resnet_model_v1.dat",
        "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30",
    ),
    measured_on="2,073 photos of 886 public figures (mostly LFW), 1,206 faces of UTKFace",
    poor_at=(People.EAST_ASIAN, People.EAST_ASIAN_WOMEN),
    calibrated=True,
)

YUNET = ModelFile(
    "face_detection_yunet_2023mar_int8bq.onnx",
    "49f000ec501fef24739071fc7e68267d32209045b6822c0c72dce1da25726f10",
)
"""A second detector of `open`, far faster than its first."""

ADDABLE = (
    Listing(
        "buffalo_l",
        Family.INSIGHTFACE,
        Licence.RESEARCH_ONLY,
        512,
        ModelFile("det_10g.onnx", _DET_10G),
        ModelFile(
            "w600k_r50.onnx", "4c06341c33c2ca1f86781dab0e829f88ad5b64be9fba56e56bc9ebdefc619e43"
        ),
    ),
    Listing(
        "buffalo_s",
        Family.INSIGHTFACE,
        Licence.RESEARCH_ONLY,
        512,
        ModelFile("det_500m.onnx", _DET_500M),
        ModelFile("w600k_mbf.onnx", _W600K_MBF),
    ),
    Listing(
        "buffalo_sc",
        Family.INSIGHTFACE,
        Licence.RESEARCH_ONLY,
        512,
        ModelFile("det_500m.onnx", _DET_500M),
        ModelFile("w600k_mbf.onnx", _W600K_MBF),
    ),
    Listing(
        "antelopev2",
        Family.INSIGHTFACE,
        Licence.RESEARCH_ONLY,
        512,
        ModelFile("scrfd_10g_bnkps.onnx", _DET_10G),
        ModelFile(
            "glintr100.onnx", "4ab1d6435d639628a6f3e5008dd4f929edf4c4124b1a7169e1048f9fef534cdf"
        ),
    ),
    Listing(
        "auraface",
        Family.INSIGHTFACE,
        Licence.APACHE,
        512,
        ModelFile("scrfd_10g_bnkps.onnx", _DET_10G),
        ModelFile(
            "glintr100.onnx", "a7933ea5330113b01c9b60351d8f4c33003f145d8470ac5f0e52ee2effe25c60"
        ),
    ),
    Listing(
        "sface",
        Family.OPENCV_ZOO,
        Licence.MIT_APACHE,
        128,
        ModelFile(
            "face_detection_yunet_2023mar.onnx",
            "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4",
        ),
        ModelFile(
            "face_recognition_sface_2021dec.onnx",
            "0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79",
        ),
    ),
)

LISTINGS = {each.name: each for each in (OPEN, *ADDABLE)}
"""Every pack that this program knows, by name, `open` first."""
