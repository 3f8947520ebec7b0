"""What the window says, in English."""

WINDOW = {
    "window.title": "Geoul",
    "window.does": (
        "Geoul helps you find out whether your own face appears in content that was reported. "
        "It works only on this computer: it sends nothing and fetches nothing."
    ),
    "window.does_not": (
        "It does not search the internet, it does not say who anybody is, and it does not decide. "
        "A face that comes up is a lead; you look and decide."
    ),
    "window.command_line": (
        "In this version everything is done on the command line. To see it at work on sample "
        "pictures, type: geoul demo. To begin, type: geoul --help"
    ),
    "window.leave": "&Leave",
    "window.leave_means": (
        '"Leave" closes this window at once. Files that you chose stay where they are.'
    ),
}
