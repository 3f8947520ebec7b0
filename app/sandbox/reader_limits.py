"""How much is taken of what somebody else made. Beyond: could not be checked, with the number.

Limits of one picture or video were measured: docs/decisions/0020. They stand with their decoders in
face/media/limits.py and are part of this list; what follows is for what holds them.
"""

from face.media.limits import *  # noqa: F403

MAX_DEPTH = 3
"""Archives in archives."""

MAX_ENTRIES = 200_000
"""Members of one archive."""

MAX_DIRECTORY_BYTES = 64 * 1024 * 1024
"""The list of its members: 300 bytes for each. As objects it takes ten times as much memory."""

MAX_UNPACKED_BYTES = 64 * 1024**3
"""Everything in one archive together."""

MAX_MEMBER_BYTES = 8 * 1024**3
"""One member."""

MAX_TOTAL_RATIO = 200
"""Unpacked by packed bytes of a whole archive, where it unpacks to more than RATIO_FROM_BYTES;
deflate itself ends at 1,032."""

RATIO_FROM_BYTES = 256 * 1024 * 1024

IN_MEMORY_BYTES = 64 * 1024 * 1024
"""A larger member is read as a stream, and again from its start when somebody seeks back."""

MAX_COMPOUND_BYTES = 512 * 1024 * 1024
"""A file of Outlook, HWP or older Office; the tables of larger ones take too long."""

KEPT_BYTES = 128 * 1024 * 1024
"""What is only unpacked from its start is kept unpacked up to this; more is read in one pass."""

MAX_WINDOW_BYTES = 256 * 1024 * 1024
"""What an unpacker may look back on, and so holds in memory."""

MAX_FOLDERS_DEEP = 32
"""Folders in folders in an archive; what is deeper is shown as lying there."""

MAX_MESSAGES = 5_000_000
"""Messages of one export."""

MAX_MESSAGE_CHARACTERS = 4 * 1024 * 1024
"""Text of one message with all that is said of it."""

MAX_FIELD_CHARACTERS = 16 * 1024
"""One field of where a content came from; the rest of it is cut off."""

MAX_PAGE_BYTES = 32 * 1024 * 1024
"""One page of an export; the programs that write them make pages of 1 to 3 MB."""

MAX_TAG_CHARACTERS = 16 * 1024
"""One tag or comment of a page; those of an export have some hundred."""

DOCUMENT_SECONDS = 60.0
"""For the list of what is in a PDF, and for each part of it: 200,000 objects are listed in half of
that. Whoever wants it to last for ever is stopped."""
