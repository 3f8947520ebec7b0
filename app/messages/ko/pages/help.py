"""The page "help", in Korean."""

HELP = {
    "step.help": "도움",
    "help.title": "도움",
}
