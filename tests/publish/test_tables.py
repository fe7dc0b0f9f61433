"""Tables: every noun as a row, safe in a spreadsheet, and as a data frame."""

import csv
import io

import pytest

from armillary import build
from armillary.errors import SettingsError
from armillary.publish import publish, tables
from armillary.read import Bytes

SYSTEM = build(
    Bytes(
        "rain.md",
        b"# Rain\n\nFear led to war. On 28 July 1914, Ada Lindqvist said: \xe2\x80\x9cRain causes floods.\xe2\x80\x9d",
    )
)


def test_a_table_of_claims_has_their_words_sign_and_holder() -> None:
    first, *_ = csv.DictReader(io.StringIO(publish(SYSTEM, "csv").decode()))
    assert (first["id"], first["sign"], first["modality"], first["holder"]) == (
        "c1",
        "raises",
        "asserted",
        "the author",
    )


def test_a_cell_that_a_spreadsheet_would_run_is_quoted() -> None:
    rows = csv.DictReader(io.StringIO(tables.csv(SYSTEM, "documents").decode()))
    assert next(rows)["title"] == "Rain"
    assert tables.safe("=1+1") == "'=1+1"


@pytest.mark.parametrize(
    "name", ["documents", "actors", "times", "quotations", "events", "claims", "factors", "links"]
)
def test_every_table_has_rows_with_ids(name: str) -> None:
    rows = SYSTEM.rows(name)
    assert rows
    assert all(str(row["id"])[1:].isdigit() for row in rows)


def test_a_table_that_does_not_exist_offers_the_nearest() -> None:
    with pytest.raises(SettingsError, match="did you mean 'factors'"):
        SYSTEM.rows("factor")


def test_a_table_is_a_data_frame_where_pandas_is_there() -> None:
    pytest.importorskip("pandas", reason="pandas is optional")
    frame = SYSTEM.to_pandas("claims")
    assert frame.loc["c1", "sign"] == "raises"
    assert SYSTEM.to_pandas("problems").empty is (len(SYSTEM.problems) == 0)


def test_links_and_loops_are_told_by_the_labels_of_their_factors() -> None:
    system = build(Bytes("fear.txt", b"Fear causes war. War causes fear."))
    assert [(row["cause"], row["effect"]) for row in system.rows("links")] == [
        ("Fear", "war"),
        ("war", "Fear"),
    ]
    assert system.rows("loops")[0]["factors"] == "Fear → war"
