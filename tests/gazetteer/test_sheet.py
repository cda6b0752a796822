from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.errors import GazetteerError
from sijill.gazetteer import sheet
from sijill.gazetteer.row import KINDS, Row

NAME = st.text(alphabet="ابتث حخ,\"'", min_size=1).map(str.strip).filter(bool)
ROWS = st.builds(
    Row,
    id=st.text(alphabet="abc:/-09", min_size=1),
    name=NAME,
    kind=st.sampled_from(KINDS),
    lat=st.floats(-90, 90).map(lambda x: round(x, 5)),
    lon=st.floats(-180, 180).map(lambda x: round(x, 5)),
    country=st.sampled_from(("SY", "YE", "")),
    adm1=st.none() | st.just("sy/homs"),
    population=st.integers(0, 10**7),
    uncertainty_km=st.floats(0.1, 500).map(lambda x: round(x, 1)),
    source=NAME,
    names=st.lists(NAME, max_size=3).map(tuple),
    name_en=st.text(alphabet="Ab c", max_size=5),
    pcode=st.none() | st.just("SY01"),
)


@given(st.lists(ROWS, max_size=5))
def test_rows_come_back_as_they_were_written(rows: list[Row]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "places.csv"
        sheet.write(path, rows)
        assert list(sheet.read(path)) == rows
        assert [file.name for file in Path(folder).iterdir()] == ["places.csv"]


def test_columns_may_stand_in_any_order_and_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("name,id,country,lon,lat,kind\nتل,a,SY,40.5,35,village\n", encoding="utf-8")
    assert list(sheet.read(path)) == [Row("a", "تل", "village", 35.0, 40.5, "SY")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,name\n", "few.csv: no column kind, lat, lon, country"),
        ("id,name,kind,lat,lon,country\na,تل\n", "few.csv:2: 2 cells, the header has 6"),
        ("id,name,kind,lat,lon,country\na,تل,town,x,1,SY\n", "few.csv:2: could not convert"),
    ],
)
def test_a_faulty_table_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "few.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GazetteerError, match=message):
        list(sheet.read(path))


def test_a_failed_write_leaves_the_old_table(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    sheet.write(path, [Row("a", "تل", "town", 1, 1, "SY")])

    def broken() -> object:
        yield Row("b", "تل", "town", 1, 1, "SY")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        sheet.write(path, broken())  # type: ignore[arg-type]
    assert [row.id for row in sheet.read(path)] == ["a"]
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (Row("a", " ", "town", 1, 1, "SY"), "empty"),
        (Row("a", "تل", "tell", 1, 1, "SY"), "kind"),
        (Row("a", "تل", "town", 91, 1, "SY"), "latitude"),
        (Row("a", "تل", "town", 1, 1, "syr"), "ISO 3166"),
        (Row("a", "تل", "town", 1, 1, "SY", uncertainty_km=0), "more than 0"),
        (Row("a", "تل|بل", "town", 1, 1, "SY"), "must not hold"),
    ],
)
def test_each_rule_is_checked(row: Row, fault: str) -> None:
    assert any(fault in problem for problem in sheet.check(row))
