"""The command line. One file per group of commands; words come from app.messages."""
