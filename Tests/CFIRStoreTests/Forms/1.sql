-- The first form of study.sqlite, with two events. Hashes were worked out apart from cfir, by docs/ledger.md and Python's hashlib.
PRAGMA journal_mode = WAL;
PRAGMA application_id = 1128679762;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES ('1');
CREATE TABLE events (
  hash TEXT PRIMARY KEY NOT NULL,
  previous TEXT REFERENCES events (hash) DEFERRABLE INITIALLY DEFERRED,
  copy TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  clock INTEGER NOT NULL CHECK (clock > 0),
  time TEXT NOT NULL,
  kind TEXT NOT NULL,
  who TEXT NOT NULL,
  organization TEXT,
  construct TEXT,
  rater TEXT,
  round TEXT,
  before TEXT,
  after TEXT,
  considered TEXT,
  replaces TEXT,
  about TEXT REFERENCES events (hash) DEFERRABLE INITIALLY DEFERRED,
  excerpts TEXT,
  date TEXT,
  file TEXT,
  digest TEXT,
  summary TEXT,
  rationale TEXT,
  note TEXT
);
CREATE INDEX chain ON events (copy, sequence);

CREATE TABLE words (
  hash TEXT PRIMARY KEY NOT NULL,
  salt BLOB NOT NULL,
  text TEXT NOT NULL
);

CREATE TABLE copies (
  copy TEXT PRIMARY KEY NOT NULL,
  home TEXT NOT NULL
);

CREATE TRIGGER events_stay BEFORE UPDATE ON events
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER events_are_kept BEFORE DELETE ON events
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER words_stay BEFORE UPDATE ON words
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER words_are_kept BEFORE DELETE ON words
WHEN NOT EXISTS (
  SELECT 1 FROM events AS redaction JOIN events AS redacted ON redacted.hash = redaction.about
  WHERE redaction.kind = 'redaction' AND OLD.hash IN (redacted.summary, redacted.rationale, redacted.note))
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only; a redaction must name the event'); END;
INSERT INTO events (hash, copy, sequence, clock, time, kind, who, organization, construct, rater, round, after, excerpts, rationale) VALUES (
  '252c941e1086b3891f8fcd6283f5ffb37bcb717e0fa6167c8ba9cf86b412e702',
  '0a0b0c0d',
  1,
  1,
  '2025-07-14T09:30:00Z',
  'given',
  'AK',
  'North',
  'culture',
  'AK',
  '',
  '+1',
  'I1#01234567
I2#89abcdef',
  '5ccdff9085d2d73d2ab2f1c90117e7163ff091cd9b6d2b63cf161ba57979e85d');
INSERT INTO events (hash, previous, copy, sequence, clock, time, kind, who, organization, construct, rater, round, before, after, replaces, rationale) VALUES (
  '0d87b55b07fe60451dc744b352a31d302213d33dbe4fbd5f301fb5ea1e370c50',
  '252c941e1086b3891f8fcd6283f5ffb37bcb717e0fa6167c8ba9cf86b412e702',
  '0a0b0c0d',
  2,
  2,
  '2025-07-15T09:30:00Z',
  'revised',
  'AK',
  'North',
  'culture',
  'AK',
  '',
  '+1',
  '+1*',
  '252c941e1086b3891f8fcd6283f5ffb37bcb717e0fa6167c8ba9cf86b412e702',
  'cce9144d2b6789d85b1baefb08eafa17c5ce8cd5540525f324dd2080d68dfd0e');
INSERT INTO words VALUES ('5ccdff9085d2d73d2ab2f1c90117e7163ff091cd9b6d2b63cf161ba57979e85d', x'000102030405060708090a0b0c0d0e0f', 'Learning is rewarded.');
INSERT INTO words VALUES ('cce9144d2b6789d85b1baefb08eafa17c5ce8cd5540525f324dd2080d68dfd0e', x'101112131415161718191a1b1c1d1e1f', 'One voice against.');
INSERT INTO copies VALUES ('0a0b0c0d', 'elsewhere');
