"""Wire: the model file, versioned JSON in and out, and its JSON Schema. The one door to msgspec."""

import re
from pathlib import Path

import msgspec

from armillary.errors import ModelFileError
from armillary.system import System
from armillary.wire import reading, shapes, writing

_PATH = re.compile(r" - at `(\$[^`]*)`$")


def dump(system: System) -> bytes:
    """A system as JSON, indented by one, ending with a line end. Equal systems give equal bytes."""
    packed = msgspec.json.encode(writing.model(system))
    return msgspec.json.format(packed, indent=1) + b"\n"


def parse(content: bytes, name: str = "the model") -> System:
    """A system from JSON. Errors: `ModelFileError` with the path of the first fault."""
    try:
        _check_format(msgspec.json.decode(content, type=_Head).format, name)
        model = msgspec.json.decode(content, type=shapes.Model)
    except msgspec.ValidationError as error:
        fault = _PATH.search(str(error))
        message = f"{name} is not a model of Armillary: {_PATH.sub('', str(error))}"
        raise ModelFileError(message, fault.group(1) if fault else "$") from error
    except msgspec.DecodeError as error:
        message = f"{name} is not whole JSON ({error}); it may be cut off: build it again"
        raise ModelFileError(message) from error
    return reading.system(model)


def load(path: Path) -> System:
    """A system from its file. Errors: `ModelFileError`, also where the file cannot be opened."""
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"cannot read the model {path}: {error.strerror or error}"
        raise ModelFileError(message) from error
    return parse(content, str(path))


def schema() -> bytes:
    """The JSON Schema of the model file (draft 2020-12)."""
    drawn = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **msgspec.json.schema(shapes.Model),
    }
    return msgspec.json.format(msgspec.json.encode(drawn), indent=1) + b"\n"


class _Head(msgspec.Struct):
    format: str


def _check_format(form: str, name: str) -> None:
    if form == shapes.FORMAT:
        return
    family, _, version = form.partition("/")
    if family == "armillary" and version.isdigit():
        message = (
            f"{name} is of format {form}, this Armillary reads {shapes.FORMAT}: install a newer one"
        )
        raise ModelFileError(message, "$.format")
    message = f"{name} says that its format is {form!r}; a model of Armillary says {shapes.FORMAT!r}"
    raise ModelFileError(message, "$.format")
