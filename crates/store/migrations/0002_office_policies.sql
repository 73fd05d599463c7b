-- What the office itself says about its policies: values for some clients, packs of its own, its holiday tables, and
-- backlogs that were waived in one step.

-- Values of parameters for one client class or one client, as JSON: [{"whom":"class","name":"A1","params":{…}}].
ALTER TABLE policy_pack ADD COLUMN overrides TEXT NOT NULL DEFAULT '[]';

-- Packs that were copied or imported here; they stand beside those that ship with the program.
CREATE TABLE own_pack (
    id          TEXT PRIMARY KEY,
    -- The pack of which it is a copy.
    copied_from TEXT,
    text        TEXT NOT NULL,
    -- Story files as JSON: [["complaint.md","…"]].
    stories     TEXT NOT NULL,
    changed_ms  INTEGER NOT NULL
) STRICT;

-- A year's days off and make-up days, in the place of the table that ships with the program.
CREATE TABLE holiday_year (
    year       INTEGER PRIMARY KEY,
    days       TEXT NOT NULL,
    changed_ms INTEGER NOT NULL
) STRICT;

-- Many overdue tasks waived at once, so that it can be taken back at once.
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
