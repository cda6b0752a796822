CREATE TABLE feeds (
  url TEXT PRIMARY KEY,
  etag TEXT NOT NULL,
  modified TEXT NOT NULL,
  checked_at TEXT NOT NULL
);

CREATE TABLE feed_entries (
  feed TEXT NOT NULL,
  entry TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (feed, entry)
);
