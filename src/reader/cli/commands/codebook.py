"""`reader codebook`: the tags of a notebook, to be read, saved for others, or taken over from them."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.output import open_notebook, print_text
from reader.cli.parser import add_notebook
from reader.notebook import Notebook, NotebookError, WouldReplaceError
from reader.notebook.model import count_by_tag
from reader.text.cleaning import clean_line
from reader.text.phrases import counted, in_one_line

DESCRIPTION = "Print the tags of the notebook, with how many annotations carry them."


def add_arguments(parser: ArgumentParser) -> None:
    """Add what can be typed after `reader codebook`."""
    add_notebook(parser, "the notebook")
    files = parser.add_mutually_exclusive_group()
    files.add_argument("--save", metavar="FILE", help="write them to a file (TOML) that others can load")
    taken = "take over the tags of such a file: none is taken away by it"
    files.add_argument("--load", metavar="FILE", help=taken)
    parser.add_argument("--force", action="store_true", help="save in the place of another codebook")
    parser.set_defaults(error=parser.error)


def run(options: Namespace) -> int:
    """Print, save or load the tags. Raises NotebookError, OutputError."""
    if options.force and not options.save:
        options.error("--force is only for --save")
    if options.load:
        print_text(load(open_notebook(options.notes, to_change=True), options.load))
    elif options.save:
        print_text(save(open_notebook(options.notes), options.save, force=options.force))
    else:
        print_text(codebook_text(open_notebook(options.notes)))
    return 0


def codebook_text(notebook: Notebook) -> str:
    """Return a line for each tag: digit, name, how many annotations carry it, what it means."""
    from rich.cells import cell_len  # noqa: PLC0415 - not for --help

    counts = count_by_tag(notebook.annotations())
    width = max((cell_len(tag.name) for tag in notebook.tags), default=0)
    lines = [
        f"{tag.digit or ' '}  {tag.name}{' ' * (width - cell_len(tag.name))}  {counts[tag.id]:>6,}"
        f"  {in_one_line(tag.description)}".rstrip()
        for tag in notebook.tags
    ]
    return "\n".join(lines) or "The codebook is empty."


def save(notebook: Notebook, path: str, *, force: bool = False) -> str:
    """Write the tags to a file, with `force` in place of other tags, and say so. Raises NotebookError."""
    try:
        notebook.codebook.save(Path(path), replace=force)
    except WouldReplaceError as error:
        raise NotebookError(f"{clean_line(path)} has {error.what} already: --force replaces them.") from None
    return f"{counted(len(notebook.tags), 'tag')} saved."


def load(notebook: Notebook, path: str) -> str:
    """Take over the tags of a file, save the notebook, and say how many there were. Raises NotebookError."""
    try:
        added, updated = notebook.codebook.load(Path(path))
    finally:
        notebook.close()
    if not notebook.file.saved:
        raise NotebookError(notebook.file.last_error or "The tags are not saved.")
    return f"{counted(added, 'tag')} added, {updated:,} brought up to date."
