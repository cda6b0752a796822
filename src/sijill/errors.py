"""The errors that Sijill raises on purpose: each names what is wrong and the next step."""


class SijillError(Exception):
    """Any failure whose message is meant for the user as it stands."""


class IngestError(SijillError):
    """An input could not be read as a report."""


class PackError(SijillError):
    """A language pack contradicts itself or does not follow the format.

    `problems` holds every fault found, one sentence each, file first.
    """

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class GazetteerError(SijillError):
    """A place table could not be read, imported or written."""


class RegistryError(SijillError):
    """The actor registry or an overlay of it is not well formed."""


class ExportError(SijillError):
    """An output could not be written."""


class StoreError(SijillError):
    """A database is not there, is not ours, or cannot be used by this program."""


class StoreWriteError(StoreError):
    """A database could not be written to; what was written before is whole."""


class LinkError(SijillError):
    """Tellings cannot be linked as asked: a table or a file of cases is not well formed."""
