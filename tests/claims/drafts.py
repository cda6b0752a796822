"""Drafts made by hand, for tests of what needs no text."""

from sijill.claims.draft import Draft
from sijill.model.claim import Loss
from sijill.model.mention import TriggerMention
from sijill.model.span import Span
from sijill.ontology.frame import EventRule, Frame

RULE = EventRule(
    id="attack",
    frame=Frame("assault", "initiator", "initiator", "target", {}),
    type="Armed clash",
    refine=(),
    needs="",
    civilians=None,
    protest=None,
)


def trigger(
    form: str = "noun", light: str = "", start: int = 4, light_start: int = -1
) -> TriggerMention:
    return TriggerMention(
        span=Span(start * 5, start * 5 + 4),
        start=start,
        end=start + 1,
        event=RULE.id,
        form=form,
        rule="triggers.toml:attack",
        light=light,
        light_start=light_start,
    )


def draft(mention: TriggerMention | None = None) -> Draft:
    return Draft(mention or trigger(), RULE, sentence=0, left=0, right=10, type=RULE.type)


def loss() -> Loss:
    return Loss("killed", "unknown", 3, 3, False, "ثلاثة", Span(0, 5))
