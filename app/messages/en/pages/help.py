"""The page "help", in English."""

HELP = {
    "step.help": "Help",
    "help.title": "Help",
}
