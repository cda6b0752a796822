"""One report a line, in the format `sijill-report/1`: nothing is lost."""

from collections.abc import Iterable, Iterator

from sijill.export.options import Options
from sijill.model.codec import dumps
from sijill.model.report import Report


def pieces(reports: Iterable[Report], options: Options) -> Iterator[str]:
    """A line for each report, in order, as soon as it is there."""
    for report in reports:
        yield dumps(report, text=options.text) + "\n"
