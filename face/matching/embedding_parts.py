"""The parts of an embedding, one for each recogniser of a pack, and their weights.

SFace tells people apart; dlib's network, whose crop takes in more of the head, finds blended faces.
Each part is centred on the cohort and scaled to unit length (D. Garcia-Romero and C. Espy-Wilson,
"Analysis of i-vector length normalization in speaker recognition systems", Interspeech 2011). Then
the parts are weighted and joined, so that one dot product is the weighted mean of their cosines.
(Measured: this feature-level fusion is as good as a fusion of the normalised scores.)
"""

from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from face.matching.wiped import wiped
from face.types import Floats


@dataclass(frozen=True, slots=True)
class EmbeddingParts:
    """How an embedding is made up.

    Attributes:
        widths: Numbers in each part.
        weights: Weight of each part's cosine; their sum is 1.
    """

    widths: tuple[int, ...]
    weights: tuple[float, ...]

    @classmethod
    def single(cls, width: int) -> "EmbeddingParts":
        """Return the parts of an embedding that has only one."""
        return cls((width,), (1.0,))

    @property
    def dimension(self) -> int:
        """Numbers in an embedding."""
        return sum(self.widths)

    @property
    def slices(self) -> tuple[slice, ...]:
        """The slice of an embedding that each part is."""
        return tuple(slice(*ends) for ends in pairwise(accumulate(self.widths, initial=0)))

    def centred(self, centre: Floats, vectors: Floats) -> Floats:
        """Embeddings (d or n x d) centred, scaled and weighted part by part: a copy, unit length.

        What a whole cohort has in common tells nobody apart.
        """
        away = np.asarray(vectors - centre, np.float32)
        for part, weight in zip(self.slices, self.weights, strict=True):
            some = away[..., part]
            lengths = np.linalg.norm(some, axis=-1, keepdims=True)
            some *= np.sqrt(weight) / np.maximum(lengths, 1e-9)
        return away

    def part_products(self, tracks: Floats, vectors: Floats) -> Floats:
        """Dot products of each part of n tracks (n x d) and of k vectors (k x d): k x p x n.

        Reads the tracks once and copies none of them.
        """
        apart = np.zeros((self.dimension, len(vectors), len(self.widths)), np.float32)
        with wiped(apart):
            for number, part in enumerate(self.slices):
                apart[part, :, number] = vectors[:, part].T
            products = tracks @ apart.reshape(self.dimension, -1)
        return np.ascontiguousarray(products.T).reshape(len(vectors), len(self.widths), -1)

    def similarity(
        self, products: Floats, centre_products: Floats, vector: Floats, centre: Floats
    ) -> Floats:
        """Weighted cosine of n tracks to a vector after centring both: n.

        Args:
            products: The tracks' part products with the vector: p x n. All parts of a track have
                one length, as those of embeddings do.
            centre_products: The tracks' part products with the centre: p x n.
        """
        total = np.zeros(products.shape[1], np.float32)
        with wiped(np.asarray(vector - centre)) as whole:
            for number, (part, weight) in enumerate(zip(self.slices, self.weights, strict=True)):
                middle, away, middles = centre[part], whole[part], centre_products[number]
                similarity = products[number] - middles - np.float32(middle @ away)
                square = np.float32(1 / len(self.widths) + middle @ middle) - 2 * middles
                similarity *= np.float32(weight / max(float(np.linalg.norm(away)), 1e-9))
                total += similarity / np.sqrt(np.maximum(square, np.float32(1e-9)))
        return total
