"""Good manners towards hosts: one request at a time, a pause between two, robots.txt obeyed."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from urllib.robotparser import RobotFileParser

from sijill.ingest.fetch import FEEDS, PAGES, Fetched, FetchError, Rules, fetch
from sijill.ingest.fetch_address import target
from sijill.ingest.refusal import RefusalKind, RefusedError

NAME = "Sijill"
"""What robots.txt may call us by."""
LONGEST = 120.0
"""Seconds of pause that a robots.txt can ask for; more would stop all other hosts."""
_ROBOTS_BYTES = 500_000
_BUSY = (429, 503)


@dataclass(slots=True)
class Manners:
    """Asks hosts one after the other, and none too often. One for each round."""

    rules: Rules
    delay: float
    """Seconds between two requests to one host."""
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _asked: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _resting: dict[str, str] = field(default_factory=dict)
    """Hosts that are left alone for the rest of the round, and why."""

    def ask(
        self, url: str, *, media: tuple[str, ...] = PAGES, headers: Mapping[str, str] | None = None
    ) -> Fetched:
        """The page, when its host may be asked again. Raises RefusedError as `fetch` does."""
        there = target(url, self.rules.ports)
        home = f"{there.scheme}://{there.site}"
        robots = self._robots_of(home)
        if not robots.can_fetch(NAME, there.url):
            raise RefusedError(
                RefusalKind.FETCH,
                "the host's robots.txt asks programs not to read it; save the page by hand if you "
                "may",
            )
        try:
            return self._fetch(home, there.url, self._pause(robots), media, headers)
        except FetchError as error:
            if error.status in _BUSY:
                self._resting[home] = f"the host is busy (status {error.status})"
            raise

    def _robots_of(self, home: str) -> RobotFileParser:
        """What the host allows: all, where it has no robots.txt; nothing now, where it fails."""
        if home in self._resting:
            raise FetchError(f"{self._resting[home]}; it is asked again next time", passing=True)
        if home not in self._robots:
            robots = RobotFileParser()
            robots.parse(self._lines(home))
            self._robots[home] = robots
        return self._robots[home]

    def _lines(self, home: str) -> list[str]:
        try:
            page = self._fetch(home, f"{home}/robots.txt", self.delay, FEEDS, None)
        except FetchError as error:
            if error.passing:
                self._resting[home] = f"its robots.txt cannot be had: {error.message}"
                raise
            return []
        except RefusedError as error:
            if error.kind is RefusalKind.TOO_LARGE:
                return []
            raise
        return page.content.decode("utf-8", "replace").splitlines()

    def _pause(self, robots: RobotFileParser) -> float:
        try:
            asked = float(robots.crawl_delay(NAME) or 0)
        except ValueError:
            asked = 0.0
        return max(self.delay, min(asked, LONGEST))

    def _fetch(
        self,
        home: str,
        url: str,
        pause: float,
        media: tuple[str, ...],
        headers: Mapping[str, str] | None,
    ) -> Fetched:
        left = self._asked.get(home, -LONGEST) + pause - self.clock()
        if left > 0:
            self.sleep(left)
        rules = self.rules
        if url.endswith("/robots.txt"):
            rules = replace(rules, max_bytes=_ROBOTS_BYTES)
        try:
            return fetch(url, rules, media=media, headers=headers)
        finally:
            self._asked[home] = self.clock()
