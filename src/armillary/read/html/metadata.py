"""What the head of a page says about it: its title, its date, its encoding."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from armillary.read.dates import iso
from armillary.read.html.tokens import Tag, Token

_DATE_NAMES = (
    "article:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "og:published_time",
    "date",
    "last-modified",
)
_LINKED_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{1,40})""")
_HEAD = 4096
_AS_BROWSERS_READ = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "utf-16": "utf-8",  # what says so in ASCII is not
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}


@dataclass(slots=True)
class Metadata:
    """What was found. `names` are those of the `meta` elements, in small letters, with their content."""

    title: str = ""
    names: dict[str, str] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)

    @property
    def dated(self) -> str | None:
        """The day the page was published, as far as it says."""
        said = [self.names[name] for name in _DATE_NAMES if name in self.names]
        return next((day for words in (*said, *self.times) if (day := iso(words))), None)


def metadata_of(tokens: Iterable[Token]) -> Metadata:
    """The metadata of a page, from its tokens."""
    found = Metadata()
    inside = ""
    for token in tokens:
        if isinstance(token, Tag):
            inside = "" if token.is_end else token.name
            _take(found, token)
        elif inside == "title":
            found.title += token.words
        elif inside == "script" and "datepublished" not in found.names:
            linked = _LINKED_DATA.search(token.words)
            if linked:
                found.names["datepublished"] = linked[1]
    found.title = " ".join(found.title.split())
    return found


def _take(found: Metadata, tag: Tag) -> None:
    attributes = tag.attributes
    if tag.name == "meta":
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        found.names.setdefault(name.lower(), attributes.get("content", ""))
    elif tag.name == "time" and attributes.get("datetime"):
        found.times.append(attributes["datetime"])


def declared_encoding(content: bytes) -> str | None:
    """The encoding that a page says it is in, as browsers take it; None where it says none that is known."""
    head = content[:_HEAD]
    found = _XML_CHARSET.search(head) or _CHARSET.search(head)
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    name = _AS_BROWSERS_READ.get(name, name)
    try:
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return name
