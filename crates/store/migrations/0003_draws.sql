-- Draws are stored acts: frozen population, seed, ranking. Of one rule and period one draw stands.
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

CREATE UNIQUE INDEX draw_standing ON draw (pack, rule, period) WHERE voided = 0;

-- The whole ranking; what is to be followed up is marked, so that planning need not read the rest.
CREATE TABLE draw_unit (
    draw_id   TEXT NOT NULL REFERENCES draw (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    client_id TEXT,
    matter_id TEXT,
    stratum   TEXT NOT NULL,
    chosen    INTEGER NOT NULL CHECK (chosen IN (0, 1)),
    PRIMARY KEY (draw_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX draw_unit_chosen ON draw_unit (draw_id, position) WHERE chosen = 1;

-- The rule that had asked for the task: what follows on a follow-up, follows on its rule.
ALTER TABLE settlement ADD COLUMN rule TEXT;

UPDATE settlement SET rule = (SELECT task.pack || '/' || task.rule FROM task WHERE task.id = settlement.task_id);
