"""What the commands work with: the one place where the parts are put together."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from app.sandbox.interfaces import FaceScanner
from face.errors import UnknownPackError

if TYPE_CHECKING:
    from app.sandbox.interfaces import FrameViewer
    from face.matching.calibration import Calibration
    from face.packs.registry import AddedPack, Pack
    from storage.keys import KdfCost


class Services:
    """The real parts. A test puts a fake engine in their place."""

    kdf_cost: "KdfCost | None" = None
    """How hard passphrases are to guess; only tests make it easier."""

    def scanner(
        self, pack: str, *, children: int = 0, crops: bool = True, thorough: bool = False
    ) -> AbstractContextManager[FaceScanner]:
        """Child processes that look at media with a pack.

        Args:
            children: 0: two, where there are two cores.
            crops: Whether small pictures of the faces are wanted.
            thorough: Whether to look longer at each face, as is worth while for own photos.
        """
        from app.sandbox.pool import ScannerPool

        return ScannerPool(pack, children, crops, thorough=thorough)

    def viewer(self) -> "AbstractContextManager[FrameViewer]":
        """A child process that decodes single frames, to be kept open while somebody reviews."""
        from app.sandbox.frame_viewer import FrameViewerProcess

        return FrameViewerProcess()

    def packs(self) -> "list[Pack]":
        """Every known model pack, installed or not."""
        from face.packs.registry import known_packs

        return known_packs()

    def add_pack(self, path: Path) -> "AddedPack":
        """Take in the files of a model pack, tried out in a child as they will be used."""
        from app.sandbox.try_pack import try_pack
        from face.packs.registry import add_pack

        return add_pack(path, try_out=try_pack)

    def pipeline(self, pack: str) -> str:
        """The version of all that turns media into faces with this pack.

        Raises:
            UnknownPackError
        """
        for each in self.packs():
            if each.name == pack:
                return each.pipeline
        raise UnknownPackError(pack)

    def calibration(self, pack: str, pipeline: str) -> "Calibration":
        """What was measured of this pack."""
        from face.matching.calibration import Calibration

        return Calibration.load(pack, pipeline)
