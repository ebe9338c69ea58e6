from __future__ import annotations

import pytest

from reader.articles import load_bytes


def plain(markdown: str) -> str:
    return load_bytes(markdown.encode(), "a.md")[0].text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("One *paragraph*\nover **two** lines.\n\nAnother.", "One paragraph over two lines.\n\nAnother."),
        ("# A heading\n## A second `one`\nText.", "A heading\n\nA second one\n\nText."),
        ("Heading\n=======\nText.", "Heading\n\nText."),
        ("A [link *text*](https://a.b 'title') and <https://c.d>.", "A link text and https://c.d."),
        ("[a]: https://a.b\nSee [the pier][a].", "See the pier."),
        ("Before ![a *boat*](b.png) after.", "Before a boat after."),
        ("A line\\\nbroken  \nby hand.", "A line\nbroken\nby hand."),
        (
            "- one\n- two\n\n  more of two\n  - nested\n- three\n\nText.",
            "• one\n• two\nmore of two\n• nested\n• three\n\nText.",
        ),
        ("3. three\n4. four", "3. three\n4. four"),
        ("- one\n\nText.\n\n- two", "• one\n\nText.\n\n• two"),
        ("> Quoted *words*\n> go on.", "Quoted words go on."),
        ("```\ncode  *kept*\n  as is\n```", "code  *kept*\n  as is"),
        ("Use `a  *b*`.", "Use a  *b*."),
        ("One\n\n***\n\nTwo", "One\n\nTwo"),
        ("<div><b>Block</b> &amp; words<br>more</div>\n\nText.", "Block & words\nmore\n\nText."),
        ("A <b>bold</b> &lt;word&gt;<br>more<!-- not this -->.", "A bold <word>\nmore."),
        ("<!-- a\ncomment -->\n\n<script>\nbad()\n</script>\n\nText.", "Text."),
        ("Escaped \\*stars\\* &copy;", "Escaped *stars* ©"),
        ("An entity &#8238;hides&#x200b; &#27;.", "An entity hides �."),
    ],
)
def test_the_words_stay_and_the_marks_go(markdown: str, text: str) -> None:
    assert plain(markdown) == text


@pytest.mark.parametrize(
    ("markdown", "title"),
    [
        ("# The *title*\n\nText.", "The title"),
        ("By Ann\n\n# The title\n\nText.", "The title"),
        ("## The title\n\nText.", "The title"),
        ("One.\n\nTwo.\n\nThree.\n\n## A part of it\n\nFour.", "One."),
        ("One.\n\nTwo.\n\nThree.\n\n# The title after all\n\nFour.", "The title after all"),
    ],
)
def test_the_title(markdown: str, title: str) -> None:
    assert load_bytes(markdown.encode(), "a.md")[0].title == title


def test_front_matter_and_boilerplate() -> None:
    (article,) = load_bytes(
        b"---\ntitle: Ferry\n---\nIt left.\n\n## Most read\n\n- [One](a)\n- [Two](b)\n\nIt came.", "a.MD"
    )
    assert article.title == "Ferry"
    assert [s.boilerplate for s in article.sentences] == [False, True, True, True, False]
