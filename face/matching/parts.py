"""The parts of an embedding, one for each recogniser of a pack, and how much each counts.

SFace tells people apart; dlib's network, whose crop takes in more of the head, finds blended faces.
Each part is seen from the middle of the crowd and made unit length for itself; then the parts are
weighted and joined, so that one dot product is the weighted mean of their cosines. (Measured:
joining the vectors is as good as joining the normalised scores of each.)
"""

from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from face.matching.wiped import wiped
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

    def along(self, tracks: Floats, vectors: Floats) -> Floats:
        """Products of the parts of n tracks (n x d) with those of k vectors (k x d): k x p x n.

        Reads the tracks once and copies none of them.
        """
        apart = np.zeros((self.dimension, len(vectors), len(self.widths)), np.float32)
        with wiped(apart):
            for number, part in enumerate(self.slices):
                apart[part, :, number] = vectors[:, part].T
            products = tracks @ apart.reshape(self.dimension, -1)
        return np.ascontiguousarray(products.T).reshape(len(vectors), len(self.widths), -1)

    def similarity(
        self, along: Floats, along_middle: Floats, vector: Floats, centre: Floats
    ) -> Floats:
        """Cosine of n tracks to a vector, both seen from a centre: n.

        Args:
            along: Products of the tracks' parts with the vector's, as `along` gives them: p x n.
                Every part of a track has one length, as embeddings have.
            along_middle: The same with the centre's.
        """
        total = np.zeros(along.shape[1], np.float32)
        with wiped(np.asarray(vector - centre)) as whole:
            for number, (part, weight) in enumerate(zip(self.slices, self.weights, strict=True)):
                middle, away, middles = centre[part], whole[part], along_middle[number]
                similarity = along[number] - middles - np.float32(middle @ away)
                square = np.float32(1 / len(self.widths) + middle @ middle) - 2 * middles
                similarity *= np.float32(weight / max(float(np.linalg.norm(away)), 1e-9))
                total += similarity / np.sqrt(np.maximum(square, np.float32(1e-9)))
        return total
