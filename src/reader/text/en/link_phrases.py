"""Phrases before links and above lists of links on a page, in small letters unless capitals matter."""

RELATED = frozenset(("article", "articles", "story", "stories", "news", "content", "coverage", "reading"))

BEFORE_LINKS = {
    *(f"read {word}" for word in ("more", "also", "next", "now", "on")),
    *(f"related {word}" for word in (*RELATED, "link", "links", "topic", "topics", "post", "posts")),
    *("related", "also read", "see also", "see more", "don't miss"),
    *("you may also like", "you might also like"),
    *("more on this", "more on this story", "more on this topic"),
}
"""Before one link ("Read more: …"), or alone above a list of them."""

SHOUTED = {
    *("MORE", "WATCH", "WATCH LIVE", "WATCH NOW", "WATCH MORE", "LISTEN", "LISTEN NOW", "LISTEN LIVE"),
    *("VIDEO", "VIDEOS", "PHOTOS", "GALLERY", "IN PICTURES", "PODCAST", "SUBSCRIBE", "SIGN UP"),
    *("NEWSLETTER", "FOLLOW US", "ADVERTISEMENT", "SPONSORED"),
}
"""Before one link, and only in capitals: in small letters these are words of articles."""

ABOVE_LISTS = {
    *(f"{who} also {does}" for who in ("people", "readers") for does in ("like", "read")),
    *(
        f"{article}{rank} {done}{what}"
        for article in ("", "the ")
        for rank in ("most", "top")
        for done in ("read", "popular", "viewed", "shared", "commented", "watched")
        for what in ("", " stories", " articles", " news", " now", " today", " this week")
    ),
    *("more stories", "more top stories", "top stories", "latest news", "latest stories"),
    *("latest headlines", "popular now", "popular stories", "popular articles", "trending"),
    *("trending now", "trending stories", "trending today", "trending articles", "recommended"),
    *("recommended for you", "recommended stories", "recommended articles", "recommended reading"),
    *("what to read next", "up next", "from the web", "around the web"),
    *(f"{whose} {what}" for whose in ("editors", "editor's", "editors'") for what in ("pick", "picks")),
    *("editors choice", "editor's choice", "editors' choice"),
    *(f"more from {whom}" for whom in ("this author", "this section", "us", "the web")),
}
"""Alone above a list of links."""
