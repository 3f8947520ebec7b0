"""Try a model pack that was just added, where it can harm nothing: in a child."""

from pathlib import Path

from app.sandbox.errors import WorkerStartError
from app.sandbox.limits import Limits
from app.sandbox.pool import ScannerPool
from face.errors import ModelDamagedError


def try_pack(pack: str, models: Path, limits: Limits | None = None) -> int:
    """Load a pack, and return how many numbers its embeddings have.

    Args:
        models: The folder that holds the pack's folder.
        limits: What the child may use, if not what all may.

    Raises:
        ModelError: It is missing, unknown or damaged; a model that its child dies or hangs of is
            damaged.
    """
    with ScannerPool(pack, 1, models=models, limits=limits) as pool:
        try:
            return sum(pool.engine().widths)
        except WorkerStartError as error:
            raise ModelDamagedError(pack, error.detail) from error
