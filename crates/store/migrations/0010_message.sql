-- Messages by short message and WeChat. The program sends nothing itself: it makes the texts, and keeps what people said
-- that they had sent.

-- Texts of the office's own.
CREATE TABLE message_text (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    title      TEXT NOT NULL,
    purpose    TEXT NOT NULL CHECK (purpose IN ('reminder', 'greeting', 'survey', 'other')),
    text       TEXT NOT NULL,
    changed_ms INTEGER NOT NULL
) STRICT;

-- What was marked as sent in one step, so that it can be taken back in one.
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

-- A message to one client: its record says to whom, when and what.
CREATE TABLE message (
    record   TEXT PRIMARY KEY REFERENCES record (id),
    batch    INTEGER NOT NULL REFERENCES message_batch (id),
    -- What it was for: task/…, festival/mid_autumn/2026, birthday/2026, text/…; nobody gets two for one occasion unasked.
    occasion TEXT NOT NULL,
    -- The number or account.
    address  TEXT NOT NULL
) STRICT;
CREATE INDEX message_batch_of ON message (batch);
