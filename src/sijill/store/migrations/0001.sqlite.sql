CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  added_at TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT,
  published TEXT NOT NULL,
  published_basis TEXT NOT NULL,
  facts TEXT NOT NULL,
  stems TEXT NOT NULL
);

CREATE TRIGGER reports_stay BEFORE UPDATE OF id, sha256, text, language, added_at ON reports
BEGIN SELECT RAISE(ABORT, 'a report is never changed'); END;

CREATE TRIGGER reports_remain BEFORE DELETE ON reports
BEGIN SELECT RAISE(ABORT, 'a report is never deleted'); END;

CREATE VIRTUAL TABLE reports_words USING fts5(
  stems, content='reports', content_rowid='id', tokenize='ascii', detail='none'
);

CREATE TRIGGER reports_words_in AFTER INSERT ON reports
BEGIN INSERT INTO reports_words (rowid, stems) VALUES (new.id, new.stems); END;

CREATE TRIGGER reports_words_new AFTER UPDATE OF stems ON reports
BEGIN
  INSERT INTO reports_words (reports_words, rowid, stems) VALUES ('delete', old.id, old.stems);
  INSERT INTO reports_words (rowid, stems) VALUES (new.id, new.stems);
END;

CREATE TABLE origins (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES reports (id),
  digest TEXT NOT NULL,
  kind TEXT NOT NULL,
  location TEXT NOT NULL,
  record TEXT,
  title TEXT,
  published TEXT NOT NULL,
  published_basis TEXT NOT NULL,
  facts TEXT NOT NULL,
  retrieved_at TEXT NOT NULL,
  UNIQUE (report_id, digest)
);

CREATE TABLE codings (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES reports (id),
  program TEXT NOT NULL,
  pack TEXT NOT NULL,
  digest TEXT NOT NULL,
  given TEXT NOT NULL,
  published TEXT,
  published_basis TEXT,
  coded_at TEXT NOT NULL,
  current INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  control INTEGER NOT NULL,
  record TEXT NOT NULL,
  UNIQUE (report_id, program, pack, digest, given)
);

CREATE UNIQUE INDEX codings_current ON codings (report_id) WHERE current = 1;

CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES reports (id),
  coding_id INTEGER NOT NULL REFERENCES codings (id),
  claim TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  label TEXT NOT NULL,
  type TEXT NOT NULL,
  event_type TEXT NOT NULL,
  stance TEXT NOT NULL,
  status TEXT NOT NULL,
  day INTEGER NOT NULL,
  start_day INTEGER,
  end_day INTEGER,
  time_precision TEXT NOT NULL,
  place TEXT,
  place_name TEXT,
  country TEXT,
  adm1 TEXT,
  adm2 TEXT,
  place_precision INTEGER,
  lat DOUBLE PRECISION,
  lon DOUBLE PRECISION,
  uncertainty_km DOUBLE PRECISION,
  killed_min INTEGER,
  killed_max INTEGER,
  injured_min INTEGER,
  injured_max INTEGER,
  captured_min INTEGER,
  captured_max INTEGER,
  missing_min INTEGER,
  missing_max INTEGER,
  displaced_min INTEGER,
  displaced_max INTEGER,
  trigger_start INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  review TEXT NOT NULL,
  record TEXT NOT NULL,
  stems TEXT NOT NULL,
  UNIQUE (report_id, claim)
);

CREATE INDEX claims_coding ON claims (coding_id);

CREATE INDEX claims_day ON claims (day DESC, claim, report_id);

CREATE INDEX claims_length ON claims ((end_day - start_day));

CREATE INDEX claims_type ON claims (type, day DESC);

CREATE INDEX claims_country ON claims (country, day DESC);

CREATE INDEX claims_adm1 ON claims (adm1, day DESC);

CREATE INDEX claims_adm2 ON claims (adm2, day DESC);

CREATE INDEX claims_place ON claims (place, day DESC);

CREATE INDEX claims_point ON claims (lat, lon);

CREATE INDEX claims_killed ON claims (killed_min, day DESC);

CREATE VIRTUAL TABLE claims_words USING fts5(
  stems, content='claims', content_rowid='id', tokenize='ascii', detail='none'
);

CREATE TRIGGER claims_words_in AFTER INSERT ON claims
BEGIN INSERT INTO claims_words (rowid, stems) VALUES (new.id, new.stems); END;

CREATE TRIGGER claims_words_out AFTER DELETE ON claims
BEGIN
  INSERT INTO claims_words (claims_words, rowid, stems) VALUES ('delete', old.id, old.stems);
END;

CREATE TRIGGER claims_words_new AFTER UPDATE OF stems ON claims
BEGIN
  INSERT INTO claims_words (claims_words, rowid, stems) VALUES ('delete', old.id, old.stems);
  INSERT INTO claims_words (rowid, stems) VALUES (new.id, new.stems);
END;

CREATE TABLE parties (
  claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (actor, role, claim_id)
) WITHOUT ROWID;

CREATE INDEX parties_claim ON parties (claim_id);

CREATE TABLE past_claims (
  coding_id INTEGER NOT NULL REFERENCES codings (id),
  ordinal INTEGER NOT NULL,
  claim TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (coding_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE control (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES reports (id),
  coding_id INTEGER NOT NULL REFERENCES codings (id),
  ordinal INTEGER NOT NULL,
  actor TEXT NOT NULL,
  extent TEXT,
  place TEXT,
  place_name TEXT,
  country TEXT,
  adm1 TEXT,
  adm2 TEXT,
  place_precision INTEGER,
  lat DOUBLE PRECISION,
  lon DOUBLE PRECISION,
  confidence DOUBLE PRECISION NOT NULL,
  record TEXT NOT NULL,
  UNIQUE (report_id, ordinal)
);

CREATE INDEX control_coding ON control (coding_id);

CREATE INDEX control_place ON control (place);

CREATE TABLE judgements (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  verdict TEXT NOT NULL,
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  field TEXT,
  value TEXT,
  seen TEXT,
  reason TEXT NOT NULL
);

CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements
BEGIN SELECT RAISE(ABORT, 'a judgement is never changed'); END;

CREATE TRIGGER judgements_remain BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted'); END;

CREATE TABLE subjects (
  judgement_seq INTEGER NOT NULL REFERENCES judgements (seq),
  ordinal INTEGER NOT NULL,
  subject TEXT NOT NULL,
  report TEXT,
  claim TEXT,
  trigger_start INTEGER,
  trigger_end INTEGER,
  PRIMARY KEY (judgement_seq, ordinal)
) WITHOUT ROWID;

CREATE TRIGGER subjects_stay BEFORE UPDATE ON subjects
BEGIN SELECT RAISE(ABORT, 'a judgement is never changed'); END;

CREATE TRIGGER subjects_remain BEFORE DELETE ON subjects
BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted'); END;

CREATE INDEX subjects_subject ON subjects (subject);

CREATE INDEX subjects_report ON subjects (report);

CREATE TABLE incidents (
  id TEXT PRIMARY KEY,
  record TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE memberships (
  report_id INTEGER NOT NULL REFERENCES reports (id),
  claim TEXT NOT NULL,
  incident TEXT NOT NULL REFERENCES incidents (id),
  score DOUBLE PRECISION,
  reasons TEXT NOT NULL,
  PRIMARY KEY (report_id, claim)
) WITHOUT ROWID;

CREATE INDEX memberships_incident ON memberships (incident);

CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  program TEXT NOT NULL,
  host TEXT NOT NULL,
  process INTEGER NOT NULL,
  words TEXT NOT NULL,
  counts TEXT NOT NULL
);

CREATE TABLE refusals (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  message TEXT NOT NULL,
  refused_at TEXT NOT NULL
);

CREATE INDEX refusals_source ON refusals (source);
