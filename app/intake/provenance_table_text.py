"""What is wrong in a table, line by line in words, for the command line and the window alike."""

from app.intake.provenance_table import COLUMNS, ProvenanceTableError, TableProblem
from app.messages import Words


def fault_lines(error: ProvenanceTableError, words: Words, most: int) -> list[str]:
    """One line for each fault, `most` at most, and what there may be where a column is unknown."""
    lines = []
    for fault in error.faults[:most]:
        what = words.say(f"table.{fault.problem}", column=fault.column, text=fault.text)
        lines.append(words.say("table.line", line=fault.line, what=what))
    if error.count > most:
        lines.append(words.say("table.more", count=error.count - most))
    if any(fault.problem is TableProblem.COLUMN_UNKNOWN for fault in error.faults):
        lines.append(words.say("table.columns", names=", ".join(COLUMNS)))
    return lines
