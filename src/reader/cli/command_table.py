"""The names of the commands of `reader`, and what each does.

A command is added by a line here and a module of its name in `reader.cli.commands`. The table stands by
itself so that the parser knows the commands without importing any of them.
"""

COMMANDS = {
    "compare": "print what articles share and what differs",
    "stories": "print which articles of a folder tell one story",
    "notes": "print all tags and notes",
    "codebook": "print the tags, save them for others, load those of others",
    "merge": "make one notebook of two",
    "check": "look whether a notebook is whole, and repair it",
    "config": "print the configuration file, or one to begin with",
    "completion": "print what makes a shell complete commands and files",
    "help": "show how to use reader, or one of its commands",
}
