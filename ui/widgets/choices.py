"""One of several, or yes and no; a change counts at once."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from ui.widgets.flow import Flow

T = TypeVar("T")


def choices(
    name: str, options: Sequence[tuple[T, str]], chosen: T, then: Callable[[T], None]
) -> QWidget:
    """One of several short choices, beside each other.

    Args:
        name: What is chosen, for those who do not see it.
        options: What can be chosen, and the words for it.
        then: Gets what was chosen.
    """
    box = QWidget()
    box.setAccessibleName(name)
    group = QButtonGroup(box)
    radios = []
    for value, text in options:
        made = one_of(text, group, value == chosen, lambda value=value: then(value))  # type: ignore[misc]
        made.setAccessibleName(f"{name}: {text}")
        radios.append(made)
    box.setLayout(Flow(*radios, gap=2))
    return box


def one_of(text: str, group: QButtonGroup, chosen: bool, then: Callable[[], None]) -> QRadioButton:
    """One choice of a group, to be laid out by itself."""
    made = QRadioButton(text)
    made.setAccessibleName(text)
    group.addButton(made)
    made.setChecked(chosen)
    made.toggled.connect(lambda on: then() if on else None)
    return made


def tick(text: str, on: bool, then: Callable[[bool], None]) -> QCheckBox:
    """Yes or no."""
    made = QCheckBox(text)
    made.setAccessibleName(text)
    made.setChecked(on)
    made.toggled.connect(then)
    return made
