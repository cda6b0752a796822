"""The shared reports: most of the places that readers coded are found and named."""

import json
from pathlib import Path

import pytest

from sijill.gazetteer.table import Gazetteer
from sijill.lexicon.lexicon import Lexicon
from sijill.lexicon.pack import bundled
from sijill.lexicon.tagged import tag
from sijill.mentions.place.find import find
from sijill.mentions.place.vocabulary import compiled, entries
from sijill.model.document import Document

GOLD = Path(__file__).parents[3] / "../shared/gold/dev"


@pytest.mark.skipif(not GOLD.is_dir(), reason="the shared gold files are not here")
def test_places_of_the_shared_reports_are_found() -> None:
    gazetteer = Gazetteer.load_default(data=Path("/nonexistent"))
    pack = bundled("ar")
    lexicon, vocabulary = Lexicon(entries(pack, gazetteer)), compiled(pack, gazetteer)
    stated = found = 0
    for path in sorted(GOLD.glob("*.json")):
        text = (GOLD / "text" / f"{path.stem}.txt").read_text(encoding="utf-8")
        spans = [m.span for m in find(tag(Document(path.stem, text, ""), lexicon), vocabulary)]
        for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]:
            if claim["place"] and claim["place"]["lat"] is not None:
                stated += 1
                words = claim["place"]["text"]
                starts = [i for i in range(len(text)) if text.startswith(words, i)]
                found += any(
                    span.start < start + len(words) and start < span.end
                    for start in starts
                    for span in spans
                )
    assert found >= 0.9 * stated
