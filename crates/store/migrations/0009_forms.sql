-- Answers that could not be had, half-filled forms, files beside the database, and which record took the place of which.

ALTER TABLE settlement ADD COLUMN unanswered TEXT NOT NULL DEFAULT '{}';

-- No fact: what somebody had typed when he was called away. It belongs to its author and goes when it is saved.
CREATE TABLE draft (
    author     TEXT NOT NULL,
    kind       TEXT NOT NULL,
    target     TEXT NOT NULL,
    title      TEXT NOT NULL,
    body       TEXT NOT NULL,
    field      TEXT NOT NULL,
    cursor     INTEGER,
    at_ms      INTEGER NOT NULL,
    PRIMARY KEY (author, kind, target)
) STRICT, WITHOUT ROWID;

-- The file itself stands in the folder attachments/ under its hash; one file may be attached more than once.
CREATE TABLE attachment (
    key         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    client_id   TEXT REFERENCES client (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    matter_id   TEXT REFERENCES matter (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    record_id   TEXT REFERENCES record (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    kind        TEXT NOT NULL,
    name        TEXT NOT NULL,
    mime        TEXT NOT NULL,
    bytes       INTEGER NOT NULL CHECK (bytes > 0),
    hash        TEXT NOT NULL CHECK (length(hash) = 64),
    thumbnail   BLOB,
    -- What was signed, for a signature: strokes, and the hash of the form as it stood.
    signed      TEXT,
    at_ms       INTEGER NOT NULL,
    by_staff    TEXT,
    -- Struck out: it stays, and is no longer shown among what counts.
    struck      TEXT
) STRICT;
CREATE INDEX attachment_client ON attachment (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX attachment_matter ON attachment (matter_id) WHERE matter_id IS NOT NULL;
CREATE INDEX attachment_record ON attachment (record_id) WHERE record_id IS NOT NULL;

-- A record that took the place of an earlier one; the earlier one stays, struck out.
CREATE TABLE correction (
    record_id TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    corrects  TEXT NOT NULL UNIQUE REFERENCES record (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    reason    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
