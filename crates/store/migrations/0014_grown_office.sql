-- The next due day as the worklist understands it: what waits for a further try is due on the day of that try, and what a
-- person put a halt to is not due while the halt lasts.

-- Of every task that is due at all, on which day: as of the day in `client_order_day`.
CREATE VIEW task_due_day (task_key, client_id, due_day) AS
SELECT task.key, task.client_id, max(due_now, CASE WHEN substr(next_try, 1, 10) > day THEN substr(next_try, 1, 10) ELSE due_now END)
FROM client_order_day CROSS JOIN task
WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL
    AND (lapses IS NULL OR lapses > day OR due_now >= day)
    AND (halted_to IS NULL OR halted_to < day);

DROP TRIGGER client_order_task_put;
CREATE TRIGGER client_order_task_put AFTER INSERT ON task
WHEN NEW.client_id IS NOT NULL AND NEW.asked = 1 AND NEW.ended IS NULL AND NEW.fulfilled IS NULL
BEGIN
    UPDATE client_order
    SET next_due = min(next_due, coalesce((SELECT due_day FROM task_due_day WHERE task_key = NEW.key), '9999-12-31'))
    WHERE key = (SELECT key FROM client WHERE id = NEW.client_id) AND next_due > NEW.due_now;
END;

DROP TRIGGER client_order_task_set;
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

-- With each new day it is asked which halts are over.
CREATE INDEX task_halted ON task (halted_to)
    WHERE halted_to IS NOT NULL AND asked = 1 AND ended IS NULL AND fulfilled IS NULL;

UPDATE client_order SET next_due = coalesce((
    SELECT min(due_day) FROM task_due_day
    WHERE client_id = (SELECT id FROM client WHERE key = client_order.key)
), '9999-12-31')
WHERE key IN (
    SELECT client.key FROM task JOIN client ON client.id = task.client_id
    WHERE (next_try IS NOT NULL OR halted_to IS NOT NULL) AND asked = 1 AND ended IS NULL AND fulfilled IS NULL
);

-- What would otherwise be looked for in everything that the office ever wrote down: which classes there are, which of the
-- drawn units concern a client or a matter, and which draws were made void.
CREATE INDEX client_classes ON client (classes) WHERE classes <> '[]';
CREATE INDEX draw_unit_client ON draw_unit (client_id) WHERE chosen = 1 AND client_id IS NOT NULL;
CREATE INDEX draw_unit_matter ON draw_unit (matter_id) WHERE chosen = 1 AND matter_id IS NOT NULL;
CREATE INDEX decision_general ON decision (at_ms, id) WHERE task_id IS NULL AND client_id IS NULL;

-- A copy of who must do the task (identifier of a person of staff; '': nobody in particular), kept with each planning, so that
-- one person's list is a stretch of an index. The next opening plans, and fills it in.
ALTER TABLE task ADD COLUMN meant TEXT NOT NULL DEFAULT '';
CREATE INDEX task_meant ON task (meant, due_now, due_minute, id, opens, lapses, next_try, halted_to, asked, ended, fulfilled, due_set, due)
    WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL;
DELETE FROM setting WHERE name = 'planned_on';

-- Whether there is no number by which the client could be rung up or written to; the program fills it in with the sort texts.
ALTER TABLE client_order ADD COLUMN no_number INTEGER NOT NULL DEFAULT 0 CHECK (no_number IN (0, 1));
CREATE INDEX client_order_no_number ON client_order (key) WHERE no_number = 1;

-- What is open about those whom a word finds, however much was done for them before.
CREATE INDEX task_client_open ON task (client_id)
    WHERE client_id IS NOT NULL AND asked = 1 AND ended IS NULL AND fulfilled IS NULL;
CREATE INDEX task_matter_open ON task (matter_id)
    WHERE matter_id IS NOT NULL AND asked = 1 AND ended IS NULL AND fulfilled IS NULL;
