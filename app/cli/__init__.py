"""The command line: one file for the commands of each step. app.messages has the words."""
