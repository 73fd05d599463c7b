-- The shape of an office's file after all migrations. A test compares it; HUIFANG_BLESS=1 writes it anew.

CREATE TRIGGER audit_content_is_not_deleted BEFORE DELETE ON audit_content
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

CREATE TRIGGER audit_content_is_only_blanked BEFORE UPDATE ON audit_content
WHEN NEW.seq IS NOT OLD.seq OR NEW.detail IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'the content of the audit can only be blanked');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

CREATE TRIGGER audit_is_not_updated BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

CREATE TABLE absence (
    id         TEXT PRIMARY KEY,
    staff      TEXT NOT NULL,
    from_day   TEXT NOT NULL CHECK (from_day GLOB '????-??-??'),
    to_day     TEXT CHECK (to_day GLOB '????-??-??'),
    -- Days of the week as JSON: ["Sat","Sun"]; empty: every day.
    weekdays   TEXT NOT NULL,
    substitute TEXT,
    reason     TEXT NOT NULL,
    by_staff   TEXT,
    voided     INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    at_ms      INTEGER NOT NULL
) STRICT;

CREATE TABLE audit (
    seq          INTEGER PRIMARY KEY,
    at_ms        INTEGER NOT NULL,
    by_staff     TEXT,
    op           TEXT NOT NULL,
    changed      TEXT NOT NULL,
    pretended    INTEGER NOT NULL CHECK (pretended IN (0, 1)),
    content_hash TEXT NOT NULL,
    prev_hash    TEXT NOT NULL,
    hash         TEXT NOT NULL
) STRICT;

CREATE TABLE audit_content (
    seq    INTEGER PRIMARY KEY REFERENCES audit (seq) ON DELETE RESTRICT,
    salt   BLOB,
    detail TEXT,
    CHECK ((salt IS NULL) = (detail IS NULL))
) STRICT;

CREATE TABLE backlog_waiver (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    pack      TEXT NOT NULL,
    on_day    TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
    at_ms     INTEGER NOT NULL,
    by_staff  TEXT,
    approver  TEXT NOT NULL,
    reason    TEXT NOT NULL,
    -- Identifiers of the decisions, as JSON.
    decisions TEXT NOT NULL,
    undone_ms INTEGER
) STRICT;

CREATE TABLE client (
    key       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    no        TEXT,
    id_number TEXT,
    sex       TEXT CHECK (sex IN ('male', 'female')),
    born      TEXT CHECK (born GLOB '????-??-??'),
    place     TEXT,
    contacts  TEXT NOT NULL,
    since     TEXT CHECK (since GLOB '????-??-??'),
    assignee  TEXT,
    classes   TEXT NOT NULL,
    fields    TEXT NOT NULL,
    -- Names of the fields that a person corrected: no import overwrites them.
    held      TEXT NOT NULL DEFAULT '[]'
, household TEXT, wish TEXT NOT NULL DEFAULT '{}') STRICT;

CREATE TABLE decision (
    key       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    on_day    TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
    -- The act as JSON; what queries look for in it stands in the next two columns.
    act       TEXT NOT NULL,
    task_id   TEXT,
    client_id TEXT REFERENCES client (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    by_staff  TEXT,
    approver  TEXT,
    reason    TEXT NOT NULL,
    voided    INTEGER NOT NULL CHECK (voided IN (0, 1)),
    at_ms     INTEGER NOT NULL
) STRICT;

CREATE TABLE draw (
    id         TEXT PRIMARY KEY,
    pack       TEXT NOT NULL,
    rule       TEXT NOT NULL,
    period     TEXT NOT NULL,
    drawn_on   TEXT NOT NULL,
    seed       TEXT NOT NULL,
    frame_hash TEXT NOT NULL,
    take       TEXT NOT NULL,
    replaced   TEXT NOT NULL,
    staff      TEXT,
    voided     INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    at_ms      INTEGER NOT NULL
) STRICT;

CREATE TABLE draw_unit (
    draw_id   TEXT NOT NULL REFERENCES draw (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    client_id TEXT,
    matter_id TEXT,
    stratum   TEXT NOT NULL,
    chosen    INTEGER NOT NULL CHECK (chosen IN (0, 1)),
    PRIMARY KEY (draw_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE holiday_year (
    year       INTEGER PRIMARY KEY,
    days       TEXT NOT NULL,
    changed_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE import (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms     INTEGER NOT NULL,
    by_staff  TEXT,
    file      TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    read_as   TEXT NOT NULL,
    summary   TEXT NOT NULL,
    undone_ms INTEGER
) STRICT;

CREATE TABLE import_change (
    import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    seq       INTEGER NOT NULL,
    entity    TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    before    TEXT,
    after     TEXT,
    PRIMARY KEY (import_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE mapping (
    signature TEXT PRIMARY KEY,
    mapping   TEXT NOT NULL,
    used_ms   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE matter (
    key        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    kind       TEXT NOT NULL,
    no         TEXT,
    department TEXT,
    severity   TEXT,
    handler    TEXT,
    parent     TEXT REFERENCES matter (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    fields     TEXT NOT NULL,
    held       TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE TABLE milestone (
    matter_id TEXT NOT NULL REFERENCES matter (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    -- The anchor of tasks, hence unique over the whole office.
    id        TEXT NOT NULL UNIQUE,
    kind      TEXT NOT NULL,
    -- 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM'.
    on_moment TEXT NOT NULL CHECK (on_moment GLOB '????-??-??*'),
    known     TEXT CHECK (known GLOB '????-??-??'),
    PRIMARY KEY (matter_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_pack (
    id          TEXT PRIMARY KEY,
    -- The pack of which it is a copy.
    copied_from TEXT,
    text        TEXT NOT NULL,
    -- Story files as JSON: [["complaint.md","…"]].
    stories     TEXT NOT NULL,
    changed_ms  INTEGER NOT NULL
) STRICT;

CREATE TABLE participant (
    matter_id TEXT NOT NULL REFERENCES matter (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    client_id TEXT NOT NULL REFERENCES client (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    role      TEXT NOT NULL,
    PRIMARY KEY (matter_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
    key   INTEGER PRIMARY KEY,
    label TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE policy_pack (
    id             TEXT NOT NULL,
    version        INTEGER NOT NULL,
    effective_from TEXT NOT NULL CHECK (effective_from GLOB '????-??-??'),
    -- First day on which it is no longer in force; NULL: it still is.
    until          TEXT CHECK (until GLOB '????-??-??'),
    params         TEXT NOT NULL,
    text           TEXT NOT NULL, overrides TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (id, version)
) STRICT;

CREATE TABLE record (
    key       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    client_id TEXT REFERENCES client (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    matter_id TEXT REFERENCES matter (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    on_day    TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
    channel   TEXT NOT NULL,
    outcome   TEXT NOT NULL,
    satisfied INTEGER CHECK (satisfied IN (0, 1)),
    by_staff  TEXT,
    recorder  TEXT,
    purpose   TEXT NOT NULL,
    again_on  TEXT CHECK (again_on GLOB '????-??-??'),
    note      TEXT NOT NULL,
    voided    INTEGER NOT NULL CHECK (voided IN (0, 1)),
    at_ms     INTEGER NOT NULL
) STRICT;

CREATE TABLE round (
    id         TEXT PRIMARY KEY,
    person     TEXT NOT NULL,
    staff      TEXT,
    printed_on TEXT NOT NULL CHECK (printed_on GLOB '????-??-??'),
    on_day     TEXT CHECK (on_day GLOB '????-??-??'),
    -- Rows as JSON: [{"client":"c1","tasks":["t1"]}].
    visits     TEXT NOT NULL,
    at_ms      INTEGER NOT NULL
) STRICT;

CREATE TABLE saved_view (
    id       TEXT PRIMARY KEY,
    -- Whose view it is; empty: of nobody who signed in.
    staff    TEXT NOT NULL,
    name     TEXT NOT NULL,
    -- What it lists, as JSON.
    filter   TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE search_version (
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE search_word (
    word TEXT NOT NULL,
    key  INTEGER NOT NULL,
    PRIMARY KEY (word, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settlement (
    record_id TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    task_id   TEXT NOT NULL,
    form      TEXT,
    answers   TEXT NOT NULL,
    satisfied INTEGER CHECK (satisfied IN (0, 1)), rule TEXT,
    PRIMARY KEY (record_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    role       TEXT NOT NULL,
    department TEXT,
    phone      TEXT,
    areas      TEXT NOT NULL,
    active     INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
    key               INTEGER PRIMARY KEY,
    id                TEXT NOT NULL UNIQUE,
    pack              TEXT NOT NULL,
    rule              TEXT NOT NULL,
    subject           TEXT NOT NULL,
    anchor            TEXT NOT NULL,
    occurrence        INTEGER NOT NULL,
    client_id         TEXT,
    matter_id         TEXT,
    step_title        TEXT,
    need              INTEGER NOT NULL,
    have              INTEGER NOT NULL,
    opens             TEXT NOT NULL CHECK (opens GLOB '????-??-??'),
    due               TEXT NOT NULL CHECK (due GLOB '????-??-??'),
    due_minute        INTEGER CHECK (due_minute BETWEEN 0 AND 1439),
    latest            TEXT CHECK (latest GLOB '????-??-??'),
    lapses            TEXT CHECK (lapses GLOB '????-??-??'),
    fulfilled         TEXT CHECK (fulfilled GLOB '????-??-??'),
    action            TEXT NOT NULL,
    role              TEXT NOT NULL,
    held_by           TEXT,
    by_area           INTEGER NOT NULL CHECK (by_area IN (0, 1)),
    channels          TEXT NOT NULL,
    form              TEXT,
    clauses           TEXT NOT NULL,
    because           TEXT NOT NULL,
    guessed           INTEGER NOT NULL CHECK (guessed IN (0, 1)),
    asked             INTEGER NOT NULL CHECK (asked IN (0, 1)),
    withdrawn_because TEXT CHECK (withdrawn_because IS NULL OR asked = 0),
    first_asked_ms    INTEGER NOT NULL,
    ended             TEXT CHECK (ended IN ('done', 'lost', 'waived')),
    ended_on          TEXT CHECK (ended_on GLOB '????-??-??'),
    due_set           TEXT CHECK (due_set GLOB '????-??-??'),
    assignee_set      TEXT,
    -- The due day that counts: the one that a person set, else the policy's.
    due_now           TEXT NOT NULL GENERATED ALWAYS AS (coalesce(due_set, due)) VIRTUAL,
    UNIQUE (pack, rule, subject, anchor, occurrence),
    CHECK ((ended IS NULL) = (ended_on IS NULL))
) STRICT;

CREATE TABLE tenure (
    key       INTEGER PRIMARY KEY,
    place_key INTEGER NOT NULL REFERENCES place (key) ON DELETE RESTRICT,
    client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    from_day  TEXT CHECK (from_day GLOB '????-??-??'),
    to_day    TEXT CHECK (to_day GLOB '????-??-??')
) STRICT;

CREATE INDEX client_household ON client (household) WHERE household IS NOT NULL;

CREATE INDEX client_name ON client (name, id);

CREATE INDEX decision_client ON decision (client_id) WHERE client_id IS NOT NULL;

CREATE INDEX decision_task ON decision (task_id) WHERE task_id IS NOT NULL;

CREATE UNIQUE INDEX draw_standing ON draw (pack, rule, period) WHERE voided = 0;

CREATE INDEX draw_unit_chosen ON draw_unit (draw_id, position) WHERE chosen = 1;

CREATE INDEX import_file ON import (file_hash);

CREATE INDEX matter_kind ON matter (kind);

CREATE INDEX matter_no ON matter (no) WHERE no IS NOT NULL;

CREATE INDEX matter_parent ON matter (parent) WHERE parent IS NOT NULL;

CREATE INDEX participant_client ON participant (client_id);

CREATE INDEX record_client ON record (client_id, on_day) WHERE client_id IS NOT NULL;

CREATE INDEX record_day ON record (on_day);

CREATE INDEX record_matter ON record (matter_id) WHERE matter_id IS NOT NULL;

CREATE INDEX round_newest ON round (at_ms);

CREATE INDEX saved_view_staff ON saved_view (staff, position);

CREATE INDEX settlement_task ON settlement (task_id);

CREATE INDEX task_client ON task (client_id) WHERE client_id IS NOT NULL;

CREATE INDEX task_due ON task (due_now);

CREATE INDEX task_live ON task (coalesce(lapses, '9999-12-31'), due_now, opens)
    WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL;

CREATE INDEX task_matter ON task (matter_id) WHERE matter_id IS NOT NULL;

CREATE INDEX task_open ON task (due_now, due_minute, id, opens, lapses)
    WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL;

CREATE INDEX tenure_client ON tenure (client_id);

CREATE UNIQUE INDEX tenure_current ON tenure (client_id) WHERE to_day IS NULL;

CREATE INDEX tenure_place ON tenure (place_key);
