"""The one place where ONNX Runtime is imported and its sessions are made."""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from face.types import Floats

_ERRORS_ONLY = 3
onnxruntime.set_default_logger_severity(_ERRORS_ONLY)


def options(threads: int) -> onnxruntime.SessionOptions:
    """Return the options of every session; `threads` is a number of cores, 0 for all."""
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = threads
    settings.inter_op_num_threads = 1
    settings.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    settings.enable_mem_pattern = False
    settings.log_severity_level = _ERRORS_ONLY
    # Models may keep weights in separate files, by default in the folder where the program runs
    # and above it, which no checksum covers. At this path there are none.
    settings.add_session_config_entry(
        "session.model_external_initializers_file_folder_path", os.devnull
    )
    return settings


def session(model: bytes, threads: int) -> onnxruntime.InferenceSession:
    """Return a session for a model in memory, on the processor only."""
    return onnxruntime.InferenceSession(
        model, sess_options=options(threads), providers=["CPUExecutionProvider"]
    )


class PictureNetwork:
    """A network whose one input takes pictures: n x 3 x height x width, float32, RGB, 0..255."""

    def __init__(self, model: bytes, threads: int) -> None:
        self._session = session(model, threads)
        (self._input,) = (each.name for each in self._session.get_inputs())

    def __call__(self, pictures: NDArray[np.uint8]) -> list[Floats]:
        """Run the network on n x height x width x 3 pictures (RGB, uint8); returns all outputs."""
        planes = np.ascontiguousarray(pictures.transpose(0, 3, 1, 2)).astype(np.float32)
        outputs: list[Floats] = self._session.run(None, {self._input: planes})
        return outputs
