-- The worklist as a team's list: who is away when, rounds of home visits that were printed, and views that people saved.
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

-- A sheet that somebody took along: its rows in order, so that it is typed in the same order when it comes back.
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

CREATE INDEX round_newest ON round (at_ms);

CREATE TABLE saved_view (
    id       TEXT PRIMARY KEY,
    -- Whose view it is; empty: of nobody who signed in.
    staff    TEXT NOT NULL,
    name     TEXT NOT NULL,
    -- What it lists, as JSON.
    filter   TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE INDEX saved_view_staff ON saved_view (staff, position);
