"""A draft: a claim in the making, before it is frozen."""

from dataclasses import dataclass, field

from sijill.claims.scene import Moment, Site
from sijill.model.claim import Loss, Trace
from sijill.model.mention import ActorMention, AttributionMention, TriggerMention
from sijill.model.span import Span
from sijill.ontology.frame import EventRule


@dataclass(slots=True)
class Draft:
    """One trigger with what has been found for it so far."""

    trigger: TriggerMention
    rule: EventRule
    sentence: int
    left: int
    right: int
    """Token range in which the trigger's own arguments stand."""
    limit: int = 0
    """Token where the next event of the sentence begins, or the sentence ends."""
    type: str = ""
    initiator: list[ActorMention] = field(default_factory=list)
    target: list[ActorMention] = field(default_factory=list)
    site: Site | None = None
    moment: Moment | None = None
    inherited: Moment | None = None
    """The date of the same incident, told elsewhere: its dates hold, its words do not."""
    losses: list[Loss] = field(default_factory=list)
    sources: list[ActorMention] = field(default_factory=list)
    attributions: list[AttributionMention] = field(default_factory=list)
    stance: str = "reports"
    status: str = "new"
    incident: str = ""
    explicit_subject: bool = False
    subject_missing: bool = False
    """The grammar asks for a subject that the clause leaves out."""
    shares_left: bool = False
    """What stands before the trigger in its clause belongs to another trigger."""
    means: EventRule | None = None
    """The rule of a noun that tells by what means the verb's deed was done."""
    protesters: bool = False
    """Those who suffered are protesters."""
    met: bool = False
    """Those who were attacked are told to have met the attack."""
    struck: bool = False
    """A verb of striking resumes the noun: what follows it is the target."""
    struck_at: int = -1
    """First token of that verb."""
    doerless: bool = False
    """The dead were found: who speaks of them did not kill them."""
    resumed: bool = False
    """The noun speaks on of an attack on civilians told before."""
    dropped: str = ""
    """Why the words are no event here; empty while they are."""
    doubt: str = ""
    """What speaks against the words being an event, if it alone does not settle it."""
    cues: frozenset[str] = frozenset()
    trace: list[Trace] = field(default_factory=list)
    confidence: dict[str, float] = field(default_factory=dict)
    quote: Span | None = None
    evidence: tuple[str, ...] = ()

    @property
    def anchor(self) -> int:
        """First token of the trigger, its carrying verb included."""
        light = self.trigger.light_start
        return light if light >= 0 else self.trigger.start

    def note(
        self,
        name: str,
        rule: str,
        because: str,
        words: tuple[Span, ...] = (),
        runner_up: str | None = None,
        confidence: float | None = None,
    ) -> None:
        """Remember why a field has its value, for `explain`."""
        self.trace.append(Trace(name, rule, words, because, runner_up))
        if confidence is not None:
            self.confidence[name] = confidence
