"""Everything the program says, in Korean and English: errors, reasons, answers, questions.

The command line and the window take their sentences from here. Errors are looked up by the name
of their class, so that this package needs to import none of the parts that raise them.
"""

from app.messages.language import LANGUAGES, language
from app.messages.plain import plain, plain_name
from app.messages.words import Words

__all__ = ["LANGUAGES", "Words", "language", "plain", "plain_name"]
