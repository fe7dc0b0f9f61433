"""C5: statements that nobody can be asked about.

"It is known that the dam was weak."  →  C505: known to whom?
"Studies show that dams fail."        →  C506: which studies?
"""

import re
from collections.abc import Iterator

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.reading import SPEECH
from armillary.sentences import Marks, Sentence, sentences
from armillary.system import Severity, System

_HOW = r"(?:(?:well|widely|generally|commonly|often|now|also|sometimes|already)\s{1,3})?"
_NOBODY = re.compile(
    rf"\b[Ii]t\s{{1,3}}(?:is|was|has\s{{1,3}}been)\s{{1,3}}{_HOW}(?:known|said|believed|claimed|reported|argued|thought|alleged|rumoured|rumored|assumed|"
    r"feared|understood|accepted|acknowledged|suspected|recognised|recognized|agreed|established)\s{1,3}that\b"
    r"|\b(?:is|are|was|were)\s{1,3}"
    + _HOW
    + r"(?:said|believed|thought|alleged|rumoured|rumored|reported|known|understood)\s{1,3}to\s{1,3}have\b"
    r"|\bmust\s{1,3}have\s{1,3}been\s{1,3}(?:exaggerated|inflated|forged|fabricated|falsified|invented|manipulated|staged|"
    r"planted|doctored|suppressed|leaked|ordered|planned|concealed|bribed|betrayed|murdered|poisoned|sabotaged)\b(?!\s{1,3}by\b)"
)
_WHO = (
    r"(?:(?:many|most|some|several|numerous|leading|independent|unnamed|anonymous|recent|various|other|[Ww]estern|[Ff]oreign|"
    r"informed|local|the)\s{1,3}){0,2}"
)
_SOURCE = re.compile(
    rf"\b(?P<who>{_WHO}(?:studies|study|experts?|scientists|researchers|scholars|historians|economists|observers|analysts|"
    r"commentators|critics|media|newspapers|polls?|surveys?|statistics|research|sources|officials|insiders|witnesses))"
    r"\s{1,3}(?:(?:have|has|had|do|did|often|now|also|long)\s{1,3}){0,2}"
    r"(?:shows?|showed|shown|finds?|found|suggests?|suggested|proves?|proved|proven|says?|said|claims?|claimed|argues?|argued|believes?|believed|"
    r"agrees?|agreed|estimates?|estimated|warns?|warned|reports?|reported|reveals?|revealed|indicates?|indicated|confirms?|confirmed)"
    r"(?=\s{1,3}(?:that|the|a|an|it|this|these|there|how|why|no|most|many|\w+s)\b)"
    r"|\b[Aa]ccording\s{1,3}to\s{1,3}(?P<whom>(?:a|an|one|some|several|many|recent|the\s{1,3}latest)\s{1,3}"
    r"(?:(?!of\b)[a-z-]{3,}\s{1,3}){0,2}(?:study|studies|survey|surveys|poll|polls|report|reports|experts?|sources?|estimates?|witnesses))\b",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\([^()]{0,80}\b\d{4}\b[^()]{0,80}\)|\[\^?\w{1,8}\]|[¹²³⁴⁵⁶⁷⁸⁹]|https?://|\([A-Z][^()]{2,60}\)|\bby\s{1,3}(?:the\s{1,3})?[A-Z]"
)
_NAMED = re.compile(r"\s{1,3}(?:of|by|from|in|at)\s{1,3}(?:the\s{1,3})?[A-Z]|\s{0,1}[,:]?\s{1,2}[“\"]")


def _nobody(system: System, _: Held) -> Iterator[Clash]:
    for sentence, found in _outside_speech(system, _NOBODY):
        if not _CITED.search(sentence.text):
            words = " ".join(found[0].split())
            yield f"“{words}”: nobody is named who says so", sentence.passage(found), ()


def _no_source(system: System, _: Held) -> Iterator[Clash]:
    for sentence, found in _outside_speech(system, _SOURCE):
        group = "who" if found["who"] else "whom"
        after = sentence.text[found.end(group) : found.end(group) + 40]
        if not _CITED.search(sentence.text) and not _NAMED.match(after):
            words = " ".join(found[group].split())
            yield f"“{words}” are not named, and no source is cited", sentence.passage(found, group), ()


def _outside_speech(
    system: System, pattern: re.Pattern[str]
) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """What a pattern finds in the author's own words."""
    speech = Marks(quotation for quotation in system.quotations if quotation.kind in SPEECH)
    works = Marks(system.works)
    for sentence in sentences(system):
        found = pattern.search(sentence.text)
        if found is None or works.within(sentence.document, sentence.start, sentence.end):
            continue
        around = speech.within(sentence.document, max(0, sentence.start - 2000), sentence.end + 4000)
        start = sentence.start + found.start()
        if not any(quotation.at.start <= start < quotation.at.end for quotation in around):
            yield sentence, found


NOBODY = Rule("C505", "a statement that nobody is named for", Severity.NOTE, _nobody)
NO_SOURCE = Rule("C506", "a source that is spoken of and not cited", Severity.NOTE, _no_source)
