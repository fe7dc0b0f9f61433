"""S1: the table of contents against the sections that stand there.

"Contents: Causes / Our Missions", and no section "Our Missions"  →  S101
"""

from collections.abc import Iterator

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.system import Severity, System
from armillary.text import Document, Section, SectionStatus


def _promised(system: System, _: Held) -> Iterator[Clash]:
    for document, section in _sections(system, SectionStatus.PROMISED):
        message = f"the contents promise “{section.title}”, and no section has that title"
        yield message, document.at(section.span), ()


def _unlisted(system: System, _: Held) -> Iterator[Clash]:
    for document, section in _sections(system, SectionStatus.UNLISTED):
        message = f"the section “{section.title}” is not in the contents"
        heading = document.passage(section.span.start, _line_end(document, section))
        yield message, heading, ()


def _sections(system: System, status: SectionStatus) -> Iterator[tuple[Document, Section]]:
    for document in system.documents:
        for section in document.sections:
            if section.status is status:
                yield document, section


def _line_end(document: Document, section: Section) -> int:
    end = document.text.find("\n", section.span.start, section.span.end)
    return section.span.end if end <= section.span.start else end


PROMISED = Rule("S101", "a section is promised and missing", Severity.WARNING, _promised)
UNLISTED = Rule("S102", "a section is not in the contents", Severity.NOTE, _unlisted)
