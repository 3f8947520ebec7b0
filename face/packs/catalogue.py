"""The catalogue of the model packs that this program knows: names, files, hashes and licences.

Where the SHA-256 values come from (each stands in at least two independent sources):
- det_10g, w600k_r50, det_500m, w600k_mbf, antelopev2: checksum tables of projects that pin the
  release assets of insightface v0.7; antelopev2's glintr100 also a Git LFS pointer of a copy.
- auraface: projects that pin fal/AuraFace-v1 at revision af6d057c; its detector is det_10g.
- yunet: the Git LFS pointer models/face_detection_yunet/face_detection_yunet_2023mar.onnx of
  opencv/opencv_zoo. sface: projects that pin opencv_zoo at revision 47534e27.
- taguchi: davisking/dlib-models names no checksum; its file is known by name only.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from face.packs import DEFAULT_PACK


class Licence(StrEnum):
    """The licence of the weights of a pack."""

    OPEN = "Apache-2.0, CC0-1.0, MIT"
    CC0 = "CC0-1.0"
    RESEARCH_ONLY = "non-commercial research only"
    APACHE = "Apache-2.0"
    MIT_APACHE = "MIT, Apache-2.0"


class People(StrEnum):
    """Groups of people whom a pack tells apart poorly."""

    EAST_ASIAN = "east-asian"
    EAST_ASIAN_WOMEN = "east-asian-women"
    YOUNG_EAST_ASIAN_WOMEN = "young-east-asian-women"


class Architecture(StrEnum):
    """The architecture of a network, which decides what code runs its model file."""

    CENTERFACE = "centerface"
    YUNET = "yunet"
    SCRFD = "scrfd"
    SFACE = "sface"
    DLIB = "dlib"
    ARCFACE = "arcface"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model file: its name and the SHA-256 (64 hex digits) of the released file."""

    name: str
    sha256: str

    @property
    def digits(self) -> str:
        """The first 8 hex digits of its SHA-256, by which a pipeline text names it."""
        return self.sha256[:8]


@dataclass(frozen=True, slots=True)
class Network:
    """A network of a pack: its model file and architecture.

    Attributes:
        width: Numbers in the embedding of a recogniser; 0 for a detector.
    """

    file: ModelFile
    architecture: Architecture
    width: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A pack as the catalogue lists it, whether its files are installed or not.

    Attributes:
        detector: The network that finds faces.
        recognisers: The networks that tell faces apart; an embedding has one part for each.
        measured_on: What the pack was measured on; empty if it was never measured.
        poor_at: Groups of people whom the pack tells apart poorly, as far as measured.
    """

    name: str
    licence: Licence
    detector: Network
    recognisers: tuple[Network, ...]
    measured_on: str = ""
    poor_at: tuple[People, ...] = ()
    added: tuple[Network, ...] = field(init=False)
    """The networks whose files the user adds; the others come with the program."""

    def __post_init__(self) -> None:
        own = tuple(n for n in (self.detector, *self.recognisers) if n not in BUILT_IN)
        object.__setattr__(self, "added", own)

    @property
    def dimension(self) -> int:
        """Numbers in an embedding."""
        return sum(network.width for network in self.recognisers)


CENTERFACE = Network(
    ModelFile(
        "centerface.onnx", "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc"
    ),
    Architecture.CENTERFACE,
)
YUNET = Network(
    ModelFile(
        "face_detection_yunet_2023mar_int8bq.onnx",
        "49f000ec501fef24739071fc7e68267d32209045b6822c0c72dce1da25726f10",
    ),
    Architecture.YUNET,
)
"""The fast detector that searches pictures, so that CenterFace only takes close looks."""

SFACE = Network(
    ModelFile(
        "face_recognition_sface_2021dec_int8bq.onnx",
        "fb143eea07838aa532d1c95df5f69899974ea0140e1fba05e94204be13ed74ee",
    ),
    Architecture.SFACE,
    128,
)
DLIB = Network(
    ModelFile(
        "dlib_face_recognition_resnet_model_v1.dat",
        "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30",
    ),
    Architecture.DLIB,
    128,
)
BUILT_IN = (CENTERFACE, YUNET, SFACE, DLIB)
"""The networks that come with the program."""

OPEN = Listing(
    DEFAULT_PACK,
    Licence.OPEN,
    CENTERFACE,
    (SFACE, DLIB),
    measured_on=(
        "2,615 photos of 1,046 public figures (mostly LFW; 160 young East Asian people), 1,119 "
        "strangers (UTKFace, SCUT-FBP5500), 70 composites"
    ),
    poor_at=(People.YOUNG_EAST_ASIAN_WOMEN,),
)

POOR_AT_ALONE = {
    SFACE: (People.YOUNG_EAST_ASIAN_WOMEN,),
    DLIB: (People.EAST_ASIAN, People.EAST_ASIAN_WOMEN),
}
"""Groups whom the `open` pack tells apart poorly when it has only one of its recognisers."""


def poor_at(listing: Listing, used: Sequence[Network]) -> tuple[People, ...]:
    """Groups whom a pack tells apart poorly when only these of its recognisers are used."""
    alone = listing is OPEN and len(used) == 1
    return POOR_AT_ALONE[used[0]] if alone else listing.poor_at


def _insightface(
    name: str, licence: Licence, detector: tuple[str, str], recogniser: tuple[str, str]
) -> Listing:
    return Listing(
        name,
        licence,
        Network(ModelFile(*detector), Architecture.SCRFD),
        (Network(ModelFile(*recogniser), Architecture.ARCFACE, 512),),
    )


def _with_built_in(name: str, licence: Licence, recogniser: Network) -> Listing:
    """Return a pack that adds a recogniser to those that come with the program."""
    return Listing(name, licence, CENTERFACE, (*OPEN.recognisers, recogniser))


_DET_10G = "5838f7fe053675b1c7a08b633df49e7af5495cee0493c7dcf6697200b85b5b91"
_DET_500M = (
    "det_500m.onnx",
    "5e4447f50245bbd7966bd6c0fa52938c61474a04ec7def48753668a9d8b4ea3a",
)
_W600K_MBF = (
    "w600k_mbf.onnx",
    "9cc6e4a75f0e2bf0b1aed94578f144d15175f357bdc05e815e5c4a02b319eb4f",
)
_AURAFACE = (
    "glintr100.onnx",
    "a7933ea5330113b01c9b60351d8f4c33003f145d8470ac5f0e52ee2effe25c60",
)
_SFACE_RELEASED = Network(
    ModelFile(
        "face_recognition_sface_2021dec.onnx",
        "0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79",
    ),
    Architecture.SFACE,
    128,
)

DLIB_CONVOLUTION = b"\x01\x05con_4"
"""The name of a layer near the start of every network in dlib's format."""

ADDABLE = (
    _insightface(
        "buffalo_l",
        Licence.RESEARCH_ONLY,
        ("det_10g.onnx", _DET_10G),
        (
            "w600k_r50.onnx",
            "4c06341c33c2ca1f86781dab0e829f88ad5b64be9fba56e56bc9ebdefc619e43",
        ),
    ),
    _insightface("buffalo_s", Licence.RESEARCH_ONLY, _DET_500M, _W600K_MBF),
    _insightface("buffalo_sc", Licence.RESEARCH_ONLY, _DET_500M, _W600K_MBF),
    _insightface(
        "antelopev2",
        Licence.RESEARCH_ONLY,
        ("scrfd_10g_bnkps.onnx", _DET_10G),
        (
            "glintr100.onnx",
            "4ab1d6435d639628a6f3e5008dd4f929edf4c4124b1a7169e1048f9fef534cdf",
        ),
    ),
    _insightface("auraface", Licence.APACHE, ("scrfd_10g_bnkps.onnx", _DET_10G), _AURAFACE),
    Listing(
        "sface",
        Licence.MIT_APACHE,
        Network(
            ModelFile(
                "face_detection_yunet_2023mar.onnx",
                "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4",
            ),
            Architecture.YUNET,
        ),
        (_SFACE_RELEASED,),
    ),
    _with_built_in(
        "open+taguchi",
        Licence.CC0,
        Network(
            ModelFile("taguchi_face_recognition_resnet_model_v1.dat", ""), Architecture.DLIB, 128
        ),
    ),
    _with_built_in("open+sface", Licence.APACHE, _SFACE_RELEASED),
    _with_built_in(
        "open+auraface",
        Licence.APACHE,
        Network(ModelFile(*_AURAFACE), Architecture.ARCFACE, 512),
    ),
)

LISTINGS = {each.name: each for each in (OPEN, *ADDABLE)}
"""Every pack that this program knows, by name, `open` first."""
