CREATE TABLE feeds (
  url TEXT COLLATE "C" PRIMARY KEY,
  etag TEXT NOT NULL,
  modified TEXT NOT NULL,
  checked_at TEXT NOT NULL
);

CREATE TABLE feed_entries (
  feed TEXT COLLATE "C" NOT NULL,
  entry TEXT COLLATE "C" NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (feed, entry)
);
