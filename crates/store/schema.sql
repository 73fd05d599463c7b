-- The shape of an office's file after all migrations. A test compares it; HUIFANG_BLESS=1 writes it anew.

CREATE VIEW task_due_day (task_key, client_id, due_day) AS
SELECT task.key, task.client_id, max(due_now, CASE WHEN substr(next_try, 1, 10) > day THEN substr(next_try, 1, 10) ELSE due_now END)
FROM client_order_day CROSS JOIN task
WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL
    AND (lapses IS NULL OR lapses > day OR due_now >= day)
    AND (halted_to IS NULL OR halted_to < day);

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

CREATE TRIGGER client_order_record_gone AFTER DELETE ON record WHEN OLD.client_id IS NOT NULL
BEGIN
    UPDATE client_order SET last_contact = coalesce((
        SELECT max(on_day) FROM record WHERE client_id = OLD.client_id AND voided = 0
    ), '')
    WHERE key = (SELECT key FROM client WHERE id = OLD.client_id);
END;

CREATE TRIGGER client_order_record_put AFTER INSERT ON record WHEN NEW.client_id IS NOT NULL AND NEW.voided = 0
BEGIN
    UPDATE client_order SET last_contact = NEW.on_day
    WHERE key = (SELECT key FROM client WHERE id = NEW.client_id) AND last_contact < NEW.on_day;
END;

CREATE TRIGGER client_order_record_set AFTER UPDATE OF client_id, on_day, voided ON record
WHEN OLD.client_id IS NOT NEW.client_id OR OLD.on_day <> NEW.on_day OR OLD.voided <> NEW.voided
BEGIN
    UPDATE client_order SET last_contact = coalesce((
        SELECT max(on_day) FROM record
        WHERE client_id = (SELECT id FROM client WHERE key = client_order.key) AND voided = 0
    ), '')
    WHERE key IN (SELECT key FROM client WHERE id IN (OLD.client_id, NEW.client_id));
END;

CREATE TRIGGER client_order_task_put AFTER INSERT ON task
WHEN NEW.client_id IS NOT NULL AND NEW.asked = 1 AND NEW.ended IS NULL AND NEW.fulfilled IS NULL
BEGIN
    UPDATE client_order
    SET next_due = min(next_due, coalesce((SELECT due_day FROM task_due_day WHERE task_key = NEW.key), '9999-12-31'))
    WHERE key = (SELECT key FROM client WHERE id = NEW.client_id) AND next_due > NEW.due_now;
END;

CREATE TRIGGER client_order_task_set
AFTER UPDATE OF client_id, asked, ended, fulfilled, due, due_set, lapses, next_try, halted_to ON task
WHEN OLD.client_id IS NOT NEW.client_id OR OLD.asked <> NEW.asked OR OLD.ended IS NOT NEW.ended
    OR OLD.fulfilled IS NOT NEW.fulfilled OR OLD.due_now <> NEW.due_now OR OLD.lapses IS NOT NEW.lapses
    OR OLD.next_try IS NOT NEW.next_try OR OLD.halted_to IS NOT NEW.halted_to
BEGIN
    UPDATE client_order SET next_due = coalesce((
        SELECT min(due_day) FROM task_due_day
        WHERE client_id = (SELECT id FROM client WHERE key = client_order.key)
    ), '9999-12-31')
    WHERE key IN (SELECT key FROM client WHERE id IN (OLD.client_id, NEW.client_id));
END;

CREATE TRIGGER open_problem_closed AFTER INSERT ON milestone WHEN NEW.kind = 'closed'
BEGIN
    DELETE FROM open_problem WHERE matter_id = NEW.matter_id;
END;

CREATE TRIGGER open_problem_open AFTER DELETE ON milestone WHEN OLD.kind = 'closed'
BEGIN
    INSERT OR IGNORE INTO open_problem (matter_id)
    SELECT id FROM matter WHERE id = OLD.matter_id AND kind = 'problem';
END;

CREATE TRIGGER open_problem_put AFTER INSERT ON matter WHEN NEW.kind = 'problem'
BEGIN
    INSERT OR IGNORE INTO open_problem (matter_id) VALUES (NEW.id);
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

CREATE TABLE accepted_doubt (
    doubt    TEXT PRIMARY KEY,
    data     TEXT NOT NULL,
    at_ms    INTEGER NOT NULL,
    by_staff TEXT,
    reason   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE client_field (
    code     TEXT PRIMARY KEY,
    label    TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice')),
    choices  TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE client_order (
    key          INTEGER PRIMARY KEY REFERENCES client (key) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    no           TEXT NOT NULL,
    place        TEXT NOT NULL,
    last_contact TEXT NOT NULL,
    next_due     TEXT NOT NULL
, no_number INTEGER NOT NULL DEFAULT 0 CHECK (no_number IN (0, 1))) STRICT;

CREATE TABLE client_order_day (
    version INTEGER NOT NULL,
    day     TEXT NOT NULL
) STRICT;

CREATE TABLE correction (
    record_id TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    corrects  TEXT NOT NULL UNIQUE REFERENCES record (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    reason    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE household_call (
    record_id TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    call      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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
, stage TEXT, began TEXT CHECK (began GLOB '????-??-??'), stage_on TEXT CHECK (stage_on GLOB '????-??-??'), struck_ms INTEGER, struck_on TEXT CHECK (struck_on GLOB '????-??-??'), struck_by TEXT, struck_reason TEXT) STRICT;

CREATE TABLE message (
    record   TEXT PRIMARY KEY REFERENCES record (id),
    batch    INTEGER NOT NULL REFERENCES message_batch (id),
    -- What it was for: task/…, festival/mid_autumn/2026, birthday/2026, text/…; nobody gets two for one occasion unasked.
    occasion TEXT NOT NULL,
    -- The number or account.
    address  TEXT NOT NULL
) STRICT;

CREATE TABLE message_batch (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    on_day    TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
    at_ms     INTEGER NOT NULL,
    by_staff  TEXT,
    channel   TEXT NOT NULL CHECK (channel IN ('sms', 'wechat')),
    -- What it was called: 中秋问候.
    title     TEXT NOT NULL,
    -- With its placeholders.
    text      TEXT NOT NULL,
    undone_ms INTEGER
) STRICT;

CREATE TABLE message_text (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    title      TEXT NOT NULL,
    purpose    TEXT NOT NULL CHECK (purpose IN ('reminder', 'greeting', 'survey', 'other')),
    text       TEXT NOT NULL,
    changed_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE milestone (
    matter_id TEXT NOT NULL REFERENCES matter (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    -- The anchor of tasks, hence unique over the whole office.
    id        TEXT NOT NULL UNIQUE,
    kind      TEXT NOT NULL,
    -- 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM'.
    on_moment TEXT NOT NULL CHECK (on_moment GLOB '????-??-??*'),
    known     TEXT CHECK (known GLOB '????-??-??'), note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (matter_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE open_problem (
    matter_id TEXT PRIMARY KEY REFERENCES matter (id) ON DELETE CASCADE
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

CREATE TABLE pin (
    staff_id  TEXT PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
    hash      TEXT NOT NULL,
    failed    INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0),
    failed_ms INTEGER,
    set_ms    INTEGER NOT NULL,
    CHECK ((failed = 0) = (failed_ms IS NULL))
) STRICT;

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
, again_minute INTEGER CHECK (again_minute BETWEEN 0 AND 1439), phone TEXT, moved_from TEXT) STRICT;

CREATE TABLE reveal (
    client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    on_day    TEXT NOT NULL,
    staff     TEXT NOT NULL,
    at_ms     INTEGER NOT NULL,
    PRIMARY KEY (client_id, on_day, staff)
) STRICT, WITHOUT ROWID;

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
    satisfied INTEGER CHECK (satisfied IN (0, 1)), rule TEXT, unanswered TEXT NOT NULL DEFAULT '{}',
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

CREATE TABLE struck_milestone (
    id        TEXT PRIMARY KEY,
    matter_id TEXT NOT NULL REFERENCES matter (id) ON DELETE CASCADE,
    content   TEXT NOT NULL,
    reason    TEXT NOT NULL,
    by_staff  TEXT,
    at_ms     INTEGER NOT NULL
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
    due_now           TEXT NOT NULL GENERATED ALWAYS AS (coalesce(due_set, due)) VIRTUAL, next_try TEXT CHECK (next_try GLOB '????-??-??T??:??'), halted_to TEXT CHECK (halted_to GLOB '????-??-??'), meant TEXT NOT NULL DEFAULT '',
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

CREATE TABLE view_setting (
    staff TEXT NOT NULL,
    name  TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (staff, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX attachment_client ON attachment (client_id) WHERE client_id IS NOT NULL;

CREATE INDEX attachment_matter ON attachment (matter_id) WHERE matter_id IS NOT NULL;

CREATE INDEX attachment_record ON attachment (record_id) WHERE record_id IS NOT NULL;

CREATE INDEX audit_content_client ON audit_content (json_extract(detail, '$.client'))
    WHERE json_extract(detail, '$.client') IS NOT NULL;

CREATE INDEX client_classes ON client (classes) WHERE classes <> '[]';

CREATE INDEX client_household ON client (household) WHERE household IS NOT NULL;

CREATE INDEX client_id_number ON client (id_number) WHERE id_number IS NOT NULL;

CREATE INDEX client_merge_kept ON client_merge (kept);

CREATE UNIQUE INDEX client_merge_pointer ON client_merge (merged) WHERE undone_ms IS NULL;

CREATE INDEX client_name ON client (name, id);

CREATE INDEX client_order_last_contact ON client_order (last_contact);

CREATE INDEX client_order_name ON client_order (name);

CREATE INDEX client_order_next_due ON client_order (next_due);

CREATE INDEX client_order_no ON client_order (no);

CREATE INDEX client_order_no_number ON client_order (key) WHERE no_number = 1;

CREATE INDEX client_order_place ON client_order (place);

CREATE INDEX client_place ON client (place) WHERE place IS NOT NULL;

CREATE INDEX decision_client ON decision (client_id) WHERE client_id IS NOT NULL;

CREATE INDEX decision_general ON decision (at_ms, id) WHERE task_id IS NULL AND client_id IS NULL;

CREATE INDEX decision_task ON decision (task_id) WHERE task_id IS NOT NULL;

CREATE UNIQUE INDEX draw_standing ON draw (pack, rule, period) WHERE voided = 0;

CREATE INDEX draw_unit_chosen ON draw_unit (draw_id, position) WHERE chosen = 1;

CREATE INDEX draw_unit_client ON draw_unit (client_id) WHERE chosen = 1 AND client_id IS NOT NULL;

CREATE INDEX draw_unit_matter ON draw_unit (matter_id) WHERE chosen = 1 AND matter_id IS NOT NULL;

CREATE INDEX household_call_call ON household_call (call);

CREATE INDEX import_change_entity ON import_change (entity, entity_id);

CREATE INDEX import_file ON import (file_hash);

CREATE INDEX matter_board ON matter (kind, stage, stage_on DESC, id DESC, department, handler, struck_ms) WHERE struck_ms IS NULL;

CREATE INDEX matter_department ON matter (department) WHERE department IS NOT NULL;

CREATE INDEX matter_latest ON matter (kind, stage_on DESC, id DESC) WHERE struck_ms IS NULL;

CREATE INDEX matter_no ON matter (no) WHERE no IS NOT NULL;

CREATE INDEX matter_parent ON matter (parent) WHERE parent IS NOT NULL;

CREATE INDEX matter_struck ON matter (struck_on) WHERE struck_ms IS NOT NULL;

CREATE INDEX matter_unstaged ON matter (key) WHERE stage IS NULL;

CREATE INDEX message_batch_of ON message (batch);

CREATE INDEX milestone_on ON milestone (on_moment);

CREATE INDEX participant_client ON participant (client_id);

CREATE INDEX record_again ON record (again_on) WHERE again_on IS NOT NULL AND voided = 0;

CREATE INDEX record_client ON record (client_id, on_day) WHERE client_id IS NOT NULL;

CREATE INDEX record_day ON record (on_day);

CREATE INDEX record_matter ON record (matter_id) WHERE matter_id IS NOT NULL;

CREATE INDEX record_moved ON record (moved_from) WHERE moved_from IS NOT NULL;

CREATE INDEX record_visit ON record (on_day) WHERE channel = 'home_visit' AND outcome = 'reached' AND voided = 0;

CREATE INDEX round_newest ON round (at_ms);

CREATE INDEX saved_view_staff ON saved_view (staff, position);

CREATE INDEX settlement_task ON settlement (task_id);

CREATE INDEX struck_milestone_matter ON struck_milestone (matter_id);

CREATE INDEX task_client ON task (client_id) WHERE client_id IS NOT NULL;

CREATE INDEX task_client_open ON task (client_id)
    WHERE client_id IS NOT NULL AND asked = 1 AND ended IS NULL AND fulfilled IS NULL;

CREATE INDEX task_due ON task (due_now);

CREATE INDEX task_halted ON task (halted_to)
    WHERE halted_to IS NOT NULL AND asked = 1 AND ended IS NULL AND fulfilled IS NULL;

CREATE INDEX task_live ON task (coalesce(lapses, '9999-12-31'), due_now, opens, halted_to)
    WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL;

CREATE INDEX task_matter ON task (matter_id) WHERE matter_id IS NOT NULL;

CREATE INDEX task_matter_open ON task (matter_id)
    WHERE matter_id IS NOT NULL AND asked = 1 AND ended IS NULL AND fulfilled IS NULL;

CREATE INDEX task_meant ON task (meant, due_now, due_minute, id, opens, lapses, next_try, halted_to, asked, ended, fulfilled, due_set, due)
    WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL;

CREATE INDEX task_no_client ON task (id) WHERE client_id IS NULL;

CREATE INDEX task_open ON task (due_now, due_minute, id, opens, lapses, next_try, halted_to, asked, ended, fulfilled, due_set, due)
    WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL;

CREATE INDEX task_waiting ON task (next_try, id, opens, lapses)
    WHERE next_try IS NOT NULL AND asked = 1 AND ended IS NULL AND fulfilled IS NULL;

CREATE INDEX tenure_client ON tenure (client_id);

CREATE UNIQUE INDEX tenure_current ON tenure (client_id) WHERE to_day IS NULL;

CREATE INDEX tenure_place ON tenure (place_key);
