CREATE FUNCTION sijill_words(stems TEXT) RETURNS TSVECTOR LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(array_remove(string_to_array(stems, ' '), ''));

CREATE FUNCTION sijill_refuse() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION USING MESSAGE = 'a ' || TG_ARGV[0] || ' is never changed or deleted'; END $$;

CREATE TABLE meta (key TEXT COLLATE "C" PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE reports (
  id BIGINT PRIMARY KEY,
  sha256 TEXT COLLATE "C" NOT NULL UNIQUE,
  text TEXT NOT NULL,
  language TEXT COLLATE "C" NOT NULL,
  added_at TEXT NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  title TEXT,
  published TEXT COLLATE "C" NOT NULL,
  published_basis TEXT COLLATE "C" NOT NULL,
  facts TEXT NOT NULL,
  stems TEXT NOT NULL,
  words TSVECTOR GENERATED ALWAYS AS (sijill_words(stems)) STORED
);

CREATE TABLE origins (
  id BIGINT PRIMARY KEY,
  report_id BIGINT NOT NULL REFERENCES reports (id),
  digest TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  location TEXT COLLATE "C" NOT NULL,
  record TEXT,
  title TEXT,
  published TEXT COLLATE "C" NOT NULL,
  published_basis TEXT COLLATE "C" NOT NULL,
  facts TEXT NOT NULL,
  retrieved_at TEXT NOT NULL,
  UNIQUE (report_id, digest)
);

CREATE TABLE codings (
  id BIGINT PRIMARY KEY,
  report_id BIGINT NOT NULL REFERENCES reports (id),
  program TEXT COLLATE "C" NOT NULL,
  pack TEXT COLLATE "C" NOT NULL,
  digest TEXT COLLATE "C" NOT NULL,
  given TEXT COLLATE "C" NOT NULL,
  published TEXT COLLATE "C",
  published_basis TEXT COLLATE "C",
  coded_at TEXT NOT NULL,
  current INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  control INTEGER NOT NULL,
  record TEXT NOT NULL,
  UNIQUE (report_id, program, pack, digest, given)
);

CREATE UNIQUE INDEX codings_current ON codings (report_id) WHERE current = 1;

CREATE TABLE claims (
  id BIGINT PRIMARY KEY,
  report_id BIGINT NOT NULL REFERENCES reports (id),
  coding_id BIGINT NOT NULL REFERENCES codings (id),
  claim TEXT COLLATE "C" NOT NULL,
  ordinal INTEGER NOT NULL,
  label TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL,
  event_type TEXT COLLATE "C" NOT NULL,
  stance TEXT COLLATE "C" NOT NULL,
  status TEXT COLLATE "C" NOT NULL,
  day INTEGER NOT NULL,
  start_day INTEGER,
  end_day INTEGER,
  time_precision TEXT COLLATE "C" NOT NULL,
  place TEXT COLLATE "C",
  place_name TEXT,
  country TEXT COLLATE "C",
  adm1 TEXT COLLATE "C",
  adm2 TEXT COLLATE "C",
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
  review TEXT COLLATE "C" NOT NULL,
  record TEXT NOT NULL,
  stems TEXT NOT NULL,
  words TSVECTOR GENERATED ALWAYS AS (sijill_words(stems)) STORED,
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

CREATE TABLE parties (
  claim_id BIGINT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  role TEXT COLLATE "C" NOT NULL,
  actor TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (actor, role, claim_id)
);

CREATE INDEX parties_claim ON parties (claim_id);

CREATE TABLE past_claims (
  coding_id BIGINT NOT NULL REFERENCES codings (id),
  ordinal INTEGER NOT NULL,
  claim TEXT COLLATE "C" NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (coding_id, ordinal)
);

CREATE TABLE control (
  id BIGINT PRIMARY KEY,
  report_id BIGINT NOT NULL REFERENCES reports (id),
  coding_id BIGINT NOT NULL REFERENCES codings (id),
  ordinal INTEGER NOT NULL,
  actor TEXT COLLATE "C" NOT NULL,
  extent TEXT,
  place TEXT COLLATE "C",
  place_name TEXT,
  country TEXT COLLATE "C",
  adm1 TEXT COLLATE "C",
  adm2 TEXT COLLATE "C",
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
  seq BIGINT PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  verdict TEXT NOT NULL,
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  field TEXT,
  value TEXT,
  seen TEXT,
  reason TEXT NOT NULL
);

CREATE TABLE subjects (
  judgement_seq BIGINT NOT NULL REFERENCES judgements (seq),
  ordinal INTEGER NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  report TEXT COLLATE "C",
  claim TEXT COLLATE "C",
  trigger_start INTEGER,
  trigger_end INTEGER,
  PRIMARY KEY (judgement_seq, ordinal)
);

CREATE INDEX subjects_subject ON subjects (subject);

CREATE INDEX subjects_report ON subjects (report);

CREATE TABLE incidents (
  id TEXT COLLATE "C" PRIMARY KEY,
  record TEXT NOT NULL
);

CREATE TABLE memberships (
  report_id BIGINT NOT NULL REFERENCES reports (id),
  claim TEXT COLLATE "C" NOT NULL,
  incident TEXT COLLATE "C" NOT NULL REFERENCES incidents (id),
  score DOUBLE PRECISION,
  reasons TEXT NOT NULL,
  PRIMARY KEY (report_id, claim)
);

CREATE INDEX memberships_incident ON memberships (incident);

CREATE TABLE jobs (
  id BIGINT PRIMARY KEY,
  kind TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  program TEXT COLLATE "C" NOT NULL,
  host TEXT NOT NULL,
  process INTEGER NOT NULL,
  words TEXT NOT NULL,
  counts TEXT NOT NULL
);

CREATE TABLE refusals (
  id BIGINT PRIMARY KEY,
  source TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  message TEXT NOT NULL,
  refused_at TEXT NOT NULL
);

CREATE INDEX refusals_source ON refusals (source);

CREATE TRIGGER reports_stay BEFORE UPDATE OF id, sha256, text, language, added_at OR DELETE ON reports
FOR EACH ROW EXECUTE FUNCTION sijill_refuse('report');

CREATE TRIGGER judgements_stay BEFORE UPDATE OR DELETE ON judgements
FOR EACH ROW EXECUTE FUNCTION sijill_refuse('judgement');

CREATE TRIGGER subjects_stay BEFORE UPDATE OR DELETE ON subjects
FOR EACH ROW EXECUTE FUNCTION sijill_refuse('judgement');

CREATE TRIGGER reports_remain BEFORE TRUNCATE ON reports
FOR EACH STATEMENT EXECUTE FUNCTION sijill_refuse('report');

CREATE TRIGGER judgements_remain BEFORE TRUNCATE ON judgements
FOR EACH STATEMENT EXECUTE FUNCTION sijill_refuse('judgement');

CREATE TRIGGER subjects_remain BEFORE TRUNCATE ON subjects
FOR EACH STATEMENT EXECUTE FUNCTION sijill_refuse('judgement');

CREATE INDEX reports_words ON reports USING GIN (words) WITH (fastupdate = off);

CREATE INDEX claims_words ON claims USING GIN (words) WITH (fastupdate = off);
