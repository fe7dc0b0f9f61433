"""Which of the chunks of a page are its text, and which are menus, adverts and the like around it.

The page's own marks go first (`main`, `article`, roles). Where it has none, its text is the smallest
element that holds nearly all of its prose: long chunks that are not links (Kohlschütter et al. 2010 found
these two to tell text from the rest nearly as well as any other property).
"""

import re
from collections.abc import Sequence

from armillary.read.html.flow import Chunk, Element, Flow

LEAST_PROSE = 60
"""A chunk of fewer characters says nothing about where the text is."""

MOST_LINKED = 0.4
"""A chunk of which a greater share is links is no prose."""

SHARE = 0.8
"""The element of the text holds at least this share of the prose of the page.

`bench/read_pages.py` measures it against another extractor: from 0.7 to 0.9 nothing changes there.
"""

MARKED_SHARE = 0.5
"""An element that the page itself marks as its text needs only this share."""

MOST_NOISE = 0.3
"""An element that holds a greater share of the prose is no noise, whatever it is called."""

_FRAMES = frozenset({"body", "div", "section", "article", "main", "td", "center", "form"})
_NOISE_NAMES = frozenset({"nav", "aside", "menu", "dialog"})
_NOISE_ROLES = frozenset(
    "navigation banner contentinfo complementary search menu menubar dialog alert alertdialog tooltip toolbar "
    "tablist".split()
)
_NOISE = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navigation|menu|sidebar|footer|masthead|breadcrumbs?|share|sharing|social|related|"
    r"recommended|comments?|disqus|cookies?|consent|banner|advert|adverts|advertisement|ads?|promo|promotion|"
    r"newsletter|subscribe|signup|paywall|popup|modal|toolbar|pagination|pager|widget|skip|printonly|noprint|"
    r"hidden|editsection|mw-jump-link|catlinks|printfooter|sponsored|outbrain|taboola)(?:$|[-_ ])",
    re.IGNORECASE,
)
_OWN_WORDS = re.compile(
    r"(?:^|[-_ ])(?:toc|table-of-contents|footnotes?|endnotes?|notes|bibliography|references)\b"
)


def chosen(flow: Flow) -> list[Chunk]:
    """The chunks of the main text in order."""
    prose = {at: _prose(chunk) for at, chunk in enumerate(flow.chunks)}
    held = _held(flow, prose)
    noise = _noise(flow, held, sum(prose.values()))
    good = {at: amount for at, amount in prose.items() if flow.chunks[at].element not in noise}
    root = _root(flow, good, noise)
    kept = [chunk for chunk in flow.chunks if _belongs(flow, chunk, root, noise)]
    return _with_heading(flow, kept, noise)


def _prose(chunk: Chunk) -> int:
    length = chunk.length
    return length - chunk.linked if length >= LEAST_PROSE and chunk.linked <= MOST_LINKED * length else 0


def _held(flow: Flow, prose: dict[int, int]) -> list[int]:
    """How much prose stands in each element, in those inside it too."""
    held = [0] * len(flow.elements)
    for at, amount in prose.items():
        if flow.chunks[at].element >= 0:
            held[flow.chunks[at].element] += amount
    for element in range(len(held) - 1, -1, -1):  # an element comes after the one that it stands in
        parent = flow.elements[element].parent
        if parent >= 0:
            held[parent] += held[element]
    return held


def _noise(flow: Flow, held: Sequence[int], total: int) -> set[int]:
    """The elements that are around the text, and all that stands in them."""
    noise: set[int] = set()
    headed = {
        element
        for chunk in flow.chunks
        for element in flow.ancestors(chunk.element)
        if _is_top(flow, element)
    }
    with_heading = {outer for element in headed for outer in flow.ancestors(element)}
    for at, element in enumerate(flow.elements):
        small = held[at] <= MOST_NOISE * total
        named = element.name in _NOISE_NAMES or element.attributes.get("role", "") in _NOISE_ROLES
        framed = (
            element.name in {"footer", "header"} and at not in with_heading and not _in_text(flow, at)
        )
        called = (
            at not in with_heading
            and _is_called_noise(element.attributes)
            and element.name not in {"html", "body"}
        )
        if element.parent in noise or (small and (named or framed or called)):
            noise.add(at)
    return noise


def _is_top(flow: Flow, element: int) -> bool:
    return flow.elements[element].name == "h1"


def _in_text(flow: Flow, element: int) -> bool:
    """Whether an element stands in what the page marks as an article or a quotation."""
    return any(
        flow.elements[outer].name in {"article", "blockquote", "main"}
        for outer in flow.ancestors(element)
    )


def _is_called_noise(attributes: dict[str, str]) -> bool:
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return _NOISE.search(names) is not None and _OWN_WORDS.search(names) is None


def _root(flow: Flow, good: dict[int, int], noise: set[int]) -> int:
    """The element that is the text: one that is marked, else the smallest with nearly all prose."""
    held, total = _held(flow, good), sum(good.values())
    for is_marked in (_is_body, _is_main, _is_article):
        marked = [
            at for at, element in enumerate(flow.elements) if at not in noise and is_marked(element)
        ]
        best = max(marked, key=lambda at: held[at], default=-1)
        if best >= 0 and held[best] >= MARKED_SHARE * total and held[best] > 0:
            return best
    large = [
        at
        for at, element in enumerate(flow.elements)
        if element.name in _FRAMES and at not in noise and held[at] >= SHARE * total > 0
    ]
    return max(large, default=-1)  # the last to open is the innermost


def _is_body(element: Element) -> bool:
    return element.attributes.get("itemprop") == "articleBody"


def _is_main(element: Element) -> bool:
    return element.name == "main" or element.attributes.get("role") == "main"


def _is_article(element: Element) -> bool:
    return element.name == "article" or element.attributes.get("role") == "article"


def _belongs(flow: Flow, chunk: Chunk, root: int, noise: set[int]) -> bool:
    """Whether a chunk is of the text. A list of places on this page is, wherever it stands."""
    contents = chunk.leads_on
    inside = root < 0 or root in flow.ancestors(chunk.element)
    return contents or (inside and chunk.element not in noise)


def _with_heading(flow: Flow, kept: list[Chunk], noise: set[int]) -> list[Chunk]:
    """The text with the page's one heading of the first level, where that stands above the element of the text."""
    tops = [
        chunk
        for chunk in flow.chunks
        if any(_is_top(flow, element) for element in flow.ancestors(chunk.element))
    ]
    alone = tops[0] if len(tops) == 1 and tops[0].element not in noise else None
    if alone is None or any(chunk is alone for chunk in kept):
        return kept
    return sorted([alone, *kept], key=lambda chunk: chunk.words[0].start)
