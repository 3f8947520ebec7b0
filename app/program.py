"""The services that commands and pages use: the one place that puts the real parts together."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from app.sandbox.interfaces import FaceScanner
from face.errors import UnknownPackError

if TYPE_CHECKING:
    from app.sandbox.interfaces import FrameViewer
    from face.matching.calibration import Calibration
    from face.packs.add import AddedPack
    from face.packs.registry import Pack
    from storage.keys import KdfCost


class Services:
    """Model packs and child processes. Tests replace it by one with a fake engine."""

    kdf_cost: "KdfCost | None" = None
    """The cost of deriving keys from passphrases; None is the full cost, only tests go lower."""

    def scanner(
        self, pack: str, *, children: int = 0, crops: bool = True, thorough: bool = False
    ) -> AbstractContextManager[FaceScanner]:
        """Start child processes that scan media with a pack.

        Args:
            children: How many; 0 for two where there are two cores.
            crops: Whether they also make small pictures of the faces.
            thorough: Whether they take longer for each face, which pays for own photos.
        """
        from app.sandbox.pool import ScannerPool

        return ScannerPool(pack, children, crops, thorough=thorough)

    def viewer(self) -> "AbstractContextManager[FrameViewer]":
        """Start a child process that decodes single frames, to be kept while somebody reviews."""
        from app.sandbox.frame_viewer import FrameViewerProcess

        return FrameViewerProcess()

    def packs(self) -> "list[Pack]":
        """Return every known model pack, installed or not."""
        from face.packs.registry import known_packs

        return known_packs()

    def add_pack(self, path: Path) -> "AddedPack":
        """Add a model pack from its files, after trying them in a child process."""
        from app.sandbox.try_pack import try_pack
        from face.packs.add import add_pack

        return add_pack(path, try_out=try_pack)

    def pipeline(self, pack: str) -> str:
        """Return the pipeline of a pack: the version of all that turns media into faces.

        Raises:
            UnknownPackError: There is no pack of that name.
        """
        for each in self.packs():
            if each.name == pack:
                return each.pipeline
        raise UnknownPackError(pack)

    def calibration(self, pack: str, pipeline: str) -> "Calibration":
        """Load what was measured of a pack and pipeline."""
        from face.matching.calibration import Calibration

        return Calibration.load(pack, pipeline)
