-- What the archive needs: halted tasks, clients merged into one, calls to a household, the office's own fields, and what
-- somebody looked at and found in order.

-- Up to this day the client is not to be contacted about it, by a decision of a person; copied here as it is computed.
ALTER TABLE task ADD COLUMN halted_to TEXT CHECK (halted_to GLOB '????-??-??');
DROP INDEX task_open;
-- It holds all that counting looks at.
CREATE INDEX task_open ON task (due_now, due_minute, id, opens, lapses, next_try, halted_to, asked, ended, fulfilled, due_set, due)
    WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL;
DROP INDEX task_live;
CREATE INDEX task_live ON task (coalesce(lapses, '9999-12-31'), due_now, opens, halted_to)
    WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL;

-- Two clients that were one. The merged one is gone from `client`; as long as `undone_ms` is NULL his identifier means the
-- kept one.
CREATE TABLE client_merge (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms     INTEGER NOT NULL,
    by_staff  TEXT,
    kept      TEXT NOT NULL,
    merged    TEXT NOT NULL,
    -- Everything as it was, as JSON, so that both can be parted again.
    before    TEXT NOT NULL,
    undone_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX client_merge_pointer ON client_merge (merged) WHERE undone_ms IS NULL;
CREATE INDEX client_merge_kept ON client_merge (kept);

-- Records of one call to a household: written together, and struck out together.
CREATE TABLE household_call (
    record_id TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    call      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX household_call_call ON household_call (call);

-- Fields of clients that the office defined.
CREATE TABLE client_field (
    code     TEXT PRIMARY KEY,
    label    TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice')),
    choices  TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Doubtful data that somebody found to be in order, as they were then (`data`).
CREATE TABLE accepted_doubt (
    doubt    TEXT PRIMARY KEY,
    data     TEXT NOT NULL,
    at_ms    INTEGER NOT NULL,
    by_staff TEXT,
    reason   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was changed about one client is read from the audit and from the imports.
CREATE INDEX audit_content_client ON audit_content (json_extract(detail, '$.client'))
    WHERE json_extract(detail, '$.client') IS NOT NULL;
CREATE INDEX import_change_entity ON import_change (entity, entity_id);
CREATE INDEX milestone_on ON milestone (on_moment);

-- Who has the same number or the same room is asked while somebody types.
CREATE INDEX client_id_number ON client (id_number) WHERE id_number IS NOT NULL;
CREATE INDEX client_place ON client (place) WHERE place IS NOT NULL;
