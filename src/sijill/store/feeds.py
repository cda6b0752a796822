"""What is known of feeds: how they looked last time, and which of their entries were dealt with."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from sijill.store.arrival import moment
from sijill.store.bulk import chunks
from sijill.store.schema import feed_entries, feeds


def looked(connection: Connection, feed: str) -> tuple[str, str]:
    """The feed's ETag and Last-Modified when all its entries had been dealt with; else empty."""
    query = select(feeds.c.etag, feeds.c.modified).where(feeds.c.url == feed)
    row = connection.execute(query).first()
    return (row.etag, row.modified) if row else ("", "")


def look(connection: Connection, feed: str, etag: str, modified: str, now: datetime) -> None:
    """Keep how the feed looks now that all its entries have been dealt with."""
    connection.execute(feeds.delete().where(feeds.c.url == feed))
    row = {"url": feed, "etag": etag, "modified": modified, "checked_at": moment(now)}
    connection.execute(feeds.insert().values(row))


def seen(connection: Connection, feed: str, keys: Sequence[str]) -> set[str]:
    """Which of these entries were dealt with."""
    found: set[str] = set()
    for some in chunks(keys):
        query = select(feed_entries.c.entry).where(
            feed_entries.c.feed == feed, feed_entries.c.entry.in_(some)
        )
        found.update(row.entry for row in connection.execute(query))
    return found


def see(connection: Connection, feed: str, key: str, now: datetime) -> None:
    """Keep that an entry was dealt with, however it ended."""
    if not seen(connection, feed, [key]):
        row = {"feed": feed, "entry": key, "seen_at": moment(now)}
        connection.execute(feed_entries.insert().values(row))
