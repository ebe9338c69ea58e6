"""Time, memory and results of a corpus: `python tests/benchmarks/corpus.py [--formulaic] [ARTICLES …]`.

For each size (1000 and 10000 if none is given) a corpus of 30 sentences an article is planted in a temporary
folder (`planted.py`), with `--formulaic` one that is written in a hundred words. It is indexed and grouped in
a process of its own, so that the memory is that of the index alone.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.benchmarks.planted import Planted, plant_corpus  # noqa: E402

from reader.articles import load  # noqa: E402
from reader.overlap.corpus.corpus import Corpus  # noqa: E402

ASKED = 500
PARTNERS = 50
"""Articles like one that are looked at: no story has more partners than that."""


def main() -> None:
    """Measure each size."""
    if sys.argv[1:2] == ["--build"]:
        print(json.dumps(_measured(*sys.argv[2:4])))
        return
    formulaic = "--formulaic" in sys.argv[1:]
    sizes = [int(argument) for argument in sys.argv[1:] if argument != "--formulaic"]
    for count in sizes or [1_000, 10_000]:
        with tempfile.TemporaryDirectory() as temporary:
            folder, cache = Path(temporary, "articles"), Path(temporary, "cache")
            folder.mkdir()
            planted = plant_corpus(count, formulaic=formulaic)
            paths = planted.write(folder)
            built = json.loads(_run("-P", __file__, "--build", str(folder), str(cache)))
            stories, partners = len(planted.stories), len(planted.partners)
            print(f"{count:,} articles; planted {stories} stories and {partners} partners")
            print("  built {build:.1f} s, again {again:.2f} s, grouped {group:.1f} s".format(**built))
            print("  {memory:.0f} MB at most, index {size:.0f} MB".format(**built))
            _ask(planted, paths, folder, cache)
            _groups(planted, built["stories"])
            _command(folder, Path(temporary, "home"))


def _measured(folder: str, cache: str) -> dict[str, Any]:
    with Corpus.open(folder, Path(cache)) as found:
        build = _timed(found.update)
        again = _timed(found.update)
        start = time.perf_counter()
        stories = found.stories()
        group = time.perf_counter() - start
    return {
        "build": build,
        "again": again,
        "group": group,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "size": sum(file.stat().st_size for file in Path(cache).iterdir()) / 1e6,
        "stories": [[int(Path(member.path).stem) for member in story.members] for story in stories],
    }


def _ask(planted: Planted, paths: list[str], folder: Path, cache: Path) -> None:
    """Print how many of the planted partners find each other, and how long that takes."""
    times = []
    found = {"verbatim": [0, 0], "edited": [0, 0]}
    asked = planted.partners[:: max(1, len(planted.partners) // ASKED)]
    with Corpus.open(folder, cache) as index:
        for a, b, kind in asked:
            for one, other in ((a, b), (b, a)):
                article = load(paths[one])[0]
                start = time.perf_counter()
                likes = index.more_like(article, PARTNERS)
                times.append(time.perf_counter() - start)
                found[kind][0] += str(paths[other]) in [like.path for like in likes]
                found[kind][1] += 1
    shown = ", ".join(
        f"{kind} {hits / total:.1%} of {total}" for kind, (hits, total) in found.items() if total
    )
    slow = quantiles(times, n=20)[-1]
    print(f"  asked: median {median(times) * 1e3:.1f} ms, 95 of 100 within {slow * 1e3:.1f} ms")
    print(f"  partners found: {shown}")


def _groups(planted: Planted, stories: list[list[int]]) -> None:
    """Print how pure the groups are, and how much of the planted stories is together."""
    story_of = {article: number for number, story in enumerate(planted.stories) for article in story}
    pairs = right = 0
    group_of: dict[int, int] = {}
    for number, group in enumerate(stories):
        for article in group:
            group_of[article] = number
        pairs += len(group) * (len(group) - 1) // 2
        told = [story_of[article] for article in group if article in story_of]
        right += sum(told.count(story) * (told.count(story) - 1) // 2 for story in set(told))
    there = sum(len(story) * (len(story) - 1) // 2 for story in planted.stories)
    whole = sum(len({group_of.get(a, -a - 1) for a in story}) == 1 for story in planted.stories)
    print(f"  {len(stories)} stories, the largest of {max(map(len, stories), default=0)}; {whole} whole")
    print(
        f"  pairs of articles: {right / max(1, pairs):.1%} right, {right / max(1, there):.1%} of the planted"
    )


def _command(folder: Path, home: Path) -> None:
    for said in ("from nothing", "again"):
        taken = _timed(lambda: _run("-m", "reader", "stories", str(folder), home=home))
        print(f"  `reader stories` {said}: {taken:.1f} s")


def _timed(work: Any) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _run(*arguments: str, home: Path | None = None) -> str:
    environ = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    if home:
        environ |= {"HOME": str(home), "XDG_CACHE_HOME": str(home)}
    return subprocess.run(
        [sys.executable, *arguments], env=environ, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


if __name__ == "__main__":
    main()
