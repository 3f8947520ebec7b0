"""Check the catalogue of words: `python -m tools.i18n`.

With --accept, say that a person has looked at every Korean text beside the English of today.
"""

import argparse
import sys

from tools.i18n.catalogue import Catalogue, problems
from tools.i18n.said import said
from tools.i18n.translations import accept, kept


def main() -> int:
    """Print the problems; return 1 when there are any."""
    options = argparse.ArgumentParser(prog="python -m tools.i18n", description=__doc__)
    options.add_argument("--accept", action="store_true", help="the Korean was looked at")
    catalogue = Catalogue.load()
    if options.parse_args().accept:
        accept(catalogue.english)
    found = problems(catalogue, said(), kept())
    print("\n".join(found) or f"{len(catalogue.english)} texts in two languages, all in order.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
