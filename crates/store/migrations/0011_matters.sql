-- Where a matter stands: kept with it, so that a board is one walk through an index. NULL: not reckoned yet (see `matter/stage.rs`).
ALTER TABLE matter ADD COLUMN stage TEXT;
ALTER TABLE matter ADD COLUMN began TEXT CHECK (began GLOB '????-??-??');
ALTER TABLE matter ADD COLUMN stage_on TEXT CHECK (stage_on GLOB '????-??-??');
-- Struck out by a person: kept, found in the bin, and a fact no longer.
ALTER TABLE matter ADD COLUMN struck_ms INTEGER;
ALTER TABLE matter ADD COLUMN struck_on TEXT CHECK (struck_on GLOB '????-??-??');
ALTER TABLE matter ADD COLUMN struck_by TEXT;
ALTER TABLE matter ADD COLUMN struck_reason TEXT;
ALTER TABLE milestone ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- Milestones struck out by a person, as they were.
CREATE TABLE struck_milestone (
    id        TEXT PRIMARY KEY,
    matter_id TEXT NOT NULL REFERENCES matter (id) ON DELETE CASCADE,
    content   TEXT NOT NULL,
    reason    TEXT NOT NULL,
    by_staff  TEXT,
    at_ms     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX struck_milestone_matter ON struck_milestone (matter_id);
CREATE INDEX matter_unstaged ON matter (key) WHERE stage IS NULL;
CREATE INDEX matter_board ON matter (kind, stage, stage_on DESC, id DESC, department, handler, struck_ms) WHERE struck_ms IS NULL;
CREATE INDEX matter_latest ON matter (kind, stage_on DESC, id DESC) WHERE struck_ms IS NULL;
CREATE INDEX matter_struck ON matter (struck_on) WHERE struck_ms IS NOT NULL;
CREATE INDEX matter_department ON matter (department) WHERE department IS NOT NULL;
DROP INDEX matter_kind;
