"""Tries a model pack that was just added in a child process, where it can do no harm."""

from pathlib import Path

from app.sandbox.errors import WorkerStartError
from app.sandbox.limits import Limits
from app.sandbox.pool import ScannerPool
from face.errors import ModelDamagedError


def try_pack(pack: str, models: Path, limits: Limits | None = None) -> int:
    """Load a pack; return the number of values in its embeddings.

    Args:
        models: The folder that contains the pack's folder.
        limits: Limits of the child; the usual ones if None.

    Raises:
        ModelError: The pack is missing, unknown or damaged; one that kills or hangs its child is
            damaged.
    """
    with ScannerPool(pack, 1, models=models, limits=limits) as pool:
        try:
            return sum(pool.engine().widths)
        except WorkerStartError as error:
            raise ModelDamagedError(pack, error.detail) from error
