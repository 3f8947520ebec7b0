"""Limits of what readers take from foreign files; beyond them an item cannot be checked.

The limits of single pictures and videos were measured (docs/decisions/0020) and stand with their
decoders in face/media/limits.py. They are part of this list.
"""

from face.media.limits import *  # noqa: F403

MAX_DEPTH = 3
"""Greatest depth of archives in archives."""

MAX_ENTRIES = 200_000
"""Greatest number of members in one archive."""

MAX_UNPACKED_BYTES = 64 * 1024**3
"""Greatest size of everything in one archive."""

MAX_MEMBER_BYTES = 8 * 1024**3
"""Greatest size of one member."""

MAX_TOTAL_RATIO = 200
"""Greatest ratio of unpacked to packed bytes of an archive over RATIO_FROM_BYTES; deflate
itself ends at 1,032.
"""

RATIO_FROM_BYTES = 256 * 1024 * 1024

IN_MEMORY_BYTES = 64 * 1024 * 1024
"""Larger members are read as streams, again from the start when somebody seeks back."""

MAX_COMPOUND_BYTES = 512 * 1024 * 1024
"""Greatest size of a file of Outlook, HWP or older Office; larger tables take too long."""

KEPT_BYTES = 128 * 1024 * 1024
"""Up to this size, what unpacks only from its start is kept; more is read in one pass."""

MAX_FOLDERS_DEEP = 32
"""Greatest depth of folders in an archive; deeper files are shown at this depth."""

MAX_MESSAGES = 5_000_000
"""Greatest number of messages in one export."""

MAX_MAIL_PARTS = 5_000
"""Greatest number of parts in one mail or saved page; honest ones have some hundred."""

MAX_MESSAGE_CHARACTERS = 4 * 1024 * 1024
"""Greatest length of one message with all its fields."""

MAX_FIELD_CHARACTERS = 16 * 1024
"""Greatest length of one provenance field; the rest is cut off."""

MAX_PAGE_BYTES = 16 * 1024 * 1024
"""Greatest size of one page of an export. Honest ones have 1 to 3 MB: 1,000 messages of 4,096
letters at most.
"""

DOCUMENT_SECONDS = 60.0
"""Time limit for listing a PDF, and for each part of it.

Listing 200,000 objects takes half of that.
"""
