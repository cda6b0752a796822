"""Mistakes are listed by kind, each with what gold and prediction say."""

from sijill.evaluate.coded import GoldDocument, coded_from
from sijill.evaluate.mistake import mistakes
from sijill.evaluate.score import score

TEXT = "قصف الطيران حي النخيل فجرا ثم اشتبك الطرفان"


def test_each_kind_of_mistake_is_named_once() -> None:
    clash = {"id": "c2", "type": "Armed clash", "trigger": "اشتبك", "quote": "اشتبك الطرفان"}
    strike = {
        "id": "c1",
        "type": "Air/drone strike",
        "trigger": "قصف",
        "quote": "قصف الطيران حي النخيل",
        "stance": "reports",
        "target": [{"text": "حي النخيل", "id": None}],
        "casualties": [{"kind": "killed", "of": "civilians", "min": 2, "max": None}],
    }
    said = {**strike, "id": "p1", "stance": "claims", "target": [], "casualties": []}
    extra = {"id": "p2", "type": "Arrests", "trigger": "فجرا", "quote": "فجرا"}
    gold = GoldDocument(coded_from({"document": "d", "claims": [strike, clash]}), TEXT)
    found = list(mistakes(score(gold, coded_from({"document": "d", "claims": [said, extra]}))))
    assert [(one.kind, one.claim) for one in found] == [
        ("missed claim", "c2"),
        ("spurious claim", "p2"),
        ("stance", "c1"),
        ("target", "c1"),
        ("casualties", "c1"),
    ]
    assert str(found[4]) == "d c1 casualties: gold killed civilians 2 … | said -"


def test_a_perfect_prediction_has_none() -> None:
    claim = {"id": "c1", "type": "Attack", "trigger": "قصف", "quote": "قصف الطيران"}
    coded = coded_from({"document": "d", "claims": [claim]})
    assert list(mistakes(score(GoldDocument(coded, TEXT), coded))) == []
