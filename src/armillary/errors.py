"""Errors: one class for each decision that a caller can take.

    ArmillaryError                  catch this to catch all of them
    ├── SourceError                 one document could not be read; the others still can
    │   ├── EncodingError           the bytes are text in an encoding that must be named (`--encoding`)
    │   ├── NothingToRead           the document holds no words
    │   └── ReviewError             the corrections beside a document are damaged; nothing in them was changed
    ├── HoldingsError               what a document is to be held against (`--sources`, `--facts`) cannot be read
    ├── WordsError                  offsets and words disagree: nothing without its words
    ├── ModelFileError              a model file is damaged, foreign or newer; carries the path of the fault
    ├── CorpusError                 a corpus that is in use, damaged, newer, or cannot answer
    ├── OutputError                 the result could not be written; what stood there before still stands
    │   └── Overtaken               somebody else wrote there in between; look at it, and say it again
    └── SettingsError               a setting or an option that means nothing; the nearest name is offered

Each message says what could not be done, where, and what to do now. Each class carries the exit code
of the command line, so that the table in `docs/commands.md` and the code cannot drift apart.
"""

from typing import ClassVar


class ArmillaryError(Exception):
    """The root of every error that Armillary raises on purpose."""

    exit_code: ClassVar[int] = 1


class SourceError(ArmillaryError):
    """A document could not be read. Other documents of the same run are not touched by it."""

    exit_code = 3


class EncodingError(SourceError):
    """The bytes are not in the encoding that was assumed; the message names the first byte that is not."""


class NothingToRead(SourceError):
    """The document was read and holds no words: empty, blank, or punctuation alone."""


class HoldingsError(ArmillaryError):
    """A folder of sources or a table of facts that cannot be used; no document was looked at yet."""

    exit_code = 3


class ReviewError(SourceError):
    """The review file beside a document is damaged, or says what cannot be. The message names the line."""


class WordsError(ArmillaryError):
    """A place was given whose words do not stand there."""


class ModelFileError(ArmillaryError):
    """A model file that cannot be trusted. `path` is the place of the fault, as `$.claims[3].sign`."""

    exit_code = 4

    def __init__(self, message: str, path: str = "$") -> None:
        super().__init__(f"{message} (at {path})")
        self.path = path


class CorpusError(ArmillaryError):
    """A corpus that another run writes to, that is damaged or newer, or a question that it cannot answer."""

    exit_code = 4


class OutputError(ArmillaryError):
    """The result could not be written. The file that stood there before is as it was."""

    exit_code = 5


class Overtaken(OutputError):
    """What was to be changed is no longer what it was when it was looked at. Nothing was overwritten."""


class SettingsError(ArmillaryError):
    """An unknown setting, option value or table name."""

    exit_code = 2
