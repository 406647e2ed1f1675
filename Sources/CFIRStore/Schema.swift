import GRDB

/// The tables of `study.sqlite`. A migration that has shipped stays as it is; the next one goes under it.
enum Schema {
  /// `CFIR` in the file's header: what tells a ledger from other people's SQLite files.
  static let applicationID = 0x4346_4952

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: first)
    }
    return migrator
  }()

  private static let first = """
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
    """
}
