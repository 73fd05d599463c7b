-- The PIN by which a person of staff unlocks a shared desk as himself, with the wrong tries since the last right one.
CREATE TABLE pin (
    staff_id  TEXT PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
    hash      TEXT NOT NULL,
    failed    INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0),
    failed_ms INTEGER,
    set_ms    INTEGER NOT NULL,
    CHECK ((failed = 0) = (failed_ms IS NULL))
) STRICT;

-- Who had a client's hidden numbers shown to him, once a day.
CREATE TABLE reveal (
    client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    on_day    TEXT NOT NULL,
    staff     TEXT NOT NULL,
    at_ms     INTEGER NOT NULL,
    PRIMARY KEY (client_id, on_day, staff)
) STRICT, WITHOUT ROWID;
