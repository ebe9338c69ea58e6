"""`reader completion`: what makes a shell complete commands, options and files."""

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter

from reader.cli.output import print_text

DESCRIPTION = """\
Print what makes a shell complete the commands, options and files of reader:

  bash   in ~/.bashrc:  eval "$(reader completion bash)"
  zsh    in ~/.zshrc, after compinit:  eval "$(reader completion zsh)"
  fish   once:  reader completion fish > ~/.config/fish/completions/reader.fish"""


def add_arguments(parser: ArgumentParser) -> None:
    """Add what can be typed after `reader completion`."""
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell to print it for")


def run(options: Namespace) -> int:
    """Print the shell's code. Raises OutputError."""
    from argcomplete.shell_integration import shellcode  # noqa: PLC0415 - only here

    print_text(shellcode(["reader"], shell=options.shell).strip("\n"))
    return 0
