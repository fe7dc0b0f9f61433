"""Whether a word that may be a verb of speech is one here."""

from armillary.annotate.stance.frames import Row
from armillary.annotate.stance.lexicon import words
from armillary.annotate.stance.page import Page


def is_cue(page: Page, row: Row, at: int) -> bool:
    """Whether a word is a verb of speech here, and no noun (*the report*, *in answer to*)."""
    low = page.lows[row[at]]
    verb = words().verbs.get(low)
    if verb is None:
        return False
    token = page.reading.tokens[row[at]]
    if token.tag is not None:
        return token.tag.startswith("V")
    behind = page.lows[row[at - 1]] if at > 0 and row[at - 1] >= 0 else ""
    sets = words().sets
    nouns = verb.is_base or low == f"{verb.lemma}s"
    if nouns and (
        behind in sets["determiners"] or behind in sets["prepositions"] - {"to"} or behind.endswith("'s")
    ):
        return behind in {"all", "most", "many", "some", "both", "few", "this", "that"}
    return not page.is_capital(row[at]) or at == 0


def has_verb(page: Page, first: int, last: int) -> bool:
    """Whether one of the words [first, last) is surely a verb."""
    known = words()
    return any(
        page.lows[at] in known.sets["auxiliaries"]
        or page.lows[at] in known.verbs
        or (page.lows[at].endswith("ed") and not page.is_capital(at))
        or (page.reading.tokens[at].tag or "").startswith(("VB", "MD"))
        for at in range(first, last)
    )
