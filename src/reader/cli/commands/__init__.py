"""The commands of `reader`, one module each: its arguments and what it does.

A module has `DESCRIPTION`, `add_arguments(parser)` and `run(options)`, which returns the exit code.
`reader.cli.command_table` lists the commands.
"""
