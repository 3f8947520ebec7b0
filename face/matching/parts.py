"""The parts of an embedding, one for each recogniser of a pack, and how much each counts.

SFace tells people apart; dlib's network, whose crop takes in more of the head, finds blended faces.
Each part is seen from the middle of the crowd and made unit length for itself; then the parts are
weighted and joined, so that one dot product is the weighted mean of their cosines. (Measured:
joining the vectors is as good as joining the normalised scores of each.)
"""

from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from face.types import Floats


@dataclass(frozen=True, slots=True)
class Parts:
    """How an embedding is made up.

    Attributes:
        widths: Numbers in each part.
        weights: How much its cosine counts; together 1.
    """

    widths: tuple[int, ...]
    weights: tuple[float, ...]

    @classmethod
    def single(cls, width: int) -> "Parts":
        """An embedding of one part."""
        return cls((width,), (1.0,))

    @property
    def dimension(self) -> int:
        """Numbers in an embedding."""
        return sum(self.widths)

    @property
    def slices(self) -> tuple[slice, ...]:
        """Where each part lies."""
        return tuple(slice(*ends) for ends in pairwise(accumulate(self.widths, initial=0)))

    def seen_from(self, centre: Floats, vectors: Floats) -> Floats:
        """Vectors (d or n x d) away from the centre, weighted and joined: unit length.

        What a crowd has in common tells nobody apart.
        """
        away = np.asarray(vectors - centre, np.float32)
        for part, weight in zip(self.slices, self.weights, strict=True):
            some = away[..., part]
            lengths = np.linalg.norm(some, axis=-1, keepdims=True)
            some *= np.sqrt(weight) / np.maximum(lengths, 1e-9)
        return away

    def similarity(self, centre: Floats, tracks: Floats, direction: Floats) -> Floats:
        """The same vectors' cosine to `direction`, which was seen from the centre: n.

        Reads the tracks once and copies none of them.

        Args:
            tracks: n x d, of which every part has one length (as embeddings have).
            direction: d, as `seen_from` gives it.
        """
        columns = np.zeros((len(direction), 2 * len(self.widths)), np.float32)
        for number, part in enumerate(self.slices):
            columns[part, 2 * number] = direction[part]
            columns[part, 2 * number + 1] = centre[part]
        products = tracks @ columns
        total = np.zeros(len(tracks), np.float32)
        for number, (part, weight) in enumerate(zip(self.slices, self.weights, strict=True)):
            middle = centre[part]
            along = products[:, 2 * number] - np.float32(middle @ direction[part])
            square = 1 / len(self.widths) + middle @ middle - 2 * products[:, 2 * number + 1]
            total += along * (np.sqrt(weight) / np.sqrt(np.maximum(square, 1e-9)))
        return total
