"""Every table as CSV in one zip, with the texts themselves: what a spreadsheet, R or pandas can take."""

import io
import zipfile
from dataclasses import fields

from armillary.publish.tables import csv
from armillary.system import System

LOSES = "the places of what is nested in a row: only its words are there"
_DAY = (1980, 1, 1, 0, 0, 0)  # a zip has no earlier one; the same bytes on every day


def bundle(system: System) -> bytes:
    """A zip of `claims.csv`, `links.csv` and so on, the measures of the map in `map.csv`, and `texts/d1.txt` for each document."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in (field.name for field in fields(system) if field.name != "notes"):
            put(archive, f"{name}.csv", csv(system, name))
        put(archive, "map.csv", csv(system, "map"))
        for key, document in system.documents.items():
            put(archive, f"texts/{key}.txt", document.text.encode())
    return file.getvalue()


def put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """A file into a zip, always with the same day."""
    archive.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
