-- By what the list of clients is sorted: texts that compare as people sort (made by huifang_core::search), the last contact
-- ('': never) and the next due day ('9999-12-31': nothing is due). It follows from client, record and task, as the
-- triggers below keep it; a file whose sort texts another version made is sorted anew when it is opened.
CREATE TABLE client_order (
    key          INTEGER PRIMARY KEY REFERENCES client (key) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    no           TEXT NOT NULL,
    place        TEXT NOT NULL,
    last_contact TEXT NOT NULL,
    next_due     TEXT NOT NULL
) STRICT;

CREATE INDEX client_order_name ON client_order (name);
CREATE INDEX client_order_no ON client_order (no);
CREATE INDEX client_order_place ON client_order (place);
CREATE INDEX client_order_last_contact ON client_order (last_contact);
CREATE INDEX client_order_next_due ON client_order (next_due);

-- The version of the sort texts, and the day as of which a lapsed task is no longer due; one row.
CREATE TABLE client_order_day (
    version INTEGER NOT NULL,
    day     TEXT NOT NULL
) STRICT;

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

CREATE TRIGGER client_order_record_gone AFTER DELETE ON record WHEN OLD.client_id IS NOT NULL
BEGIN
    UPDATE client_order SET last_contact = coalesce((
        SELECT max(on_day) FROM record WHERE client_id = OLD.client_id AND voided = 0
    ), '')
    WHERE key = (SELECT key FROM client WHERE id = OLD.client_id);
END;

CREATE TRIGGER client_order_task_put AFTER INSERT ON task
WHEN NEW.client_id IS NOT NULL AND NEW.asked = 1 AND NEW.ended IS NULL AND NEW.fulfilled IS NULL
BEGIN
    UPDATE client_order SET next_due = NEW.due_now
    WHERE key = (SELECT key FROM client WHERE id = NEW.client_id) AND next_due > NEW.due_now
        AND (NEW.lapses IS NULL OR NEW.lapses > (SELECT day FROM client_order_day)
            OR NEW.due_now >= (SELECT day FROM client_order_day));
END;

CREATE TRIGGER client_order_task_set AFTER UPDATE OF client_id, asked, ended, fulfilled, due, due_set, lapses ON task
WHEN OLD.client_id IS NOT NEW.client_id OR OLD.asked <> NEW.asked OR OLD.ended IS NOT NEW.ended
    OR OLD.fulfilled IS NOT NEW.fulfilled OR OLD.due_now <> NEW.due_now OR OLD.lapses IS NOT NEW.lapses
BEGIN
    UPDATE client_order SET next_due = coalesce((
        SELECT min(due_now) FROM task
        WHERE client_id = (SELECT id FROM client WHERE key = client_order.key)
            AND asked = 1 AND ended IS NULL AND fulfilled IS NULL
            AND (lapses IS NULL OR lapses > (SELECT day FROM client_order_day)
                OR due_now >= (SELECT day FROM client_order_day))
    ), '9999-12-31')
    WHERE key IN (SELECT key FROM client WHERE id IN (OLD.client_id, NEW.client_id));
END;

-- Problems that are not closed: counted with every look at the worklist.
CREATE TABLE open_problem (
    matter_id TEXT PRIMARY KEY REFERENCES matter (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

INSERT INTO open_problem (matter_id)
SELECT id FROM matter
WHERE kind = 'problem'
    AND NOT EXISTS (SELECT 1 FROM milestone WHERE milestone.matter_id = matter.id AND milestone.kind = 'closed');

CREATE TRIGGER open_problem_put AFTER INSERT ON matter WHEN NEW.kind = 'problem'
BEGIN
    INSERT OR IGNORE INTO open_problem (matter_id) VALUES (NEW.id);
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

-- Promised call-backs are looked for among the records of the last weeks.
CREATE INDEX record_again ON record (again_on) WHERE again_on IS NOT NULL AND voided = 0;

-- Columns of a table as each person wants them: widths, order, what is hidden.
CREATE TABLE view_setting (
    staff TEXT NOT NULL,
    name  TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (staff, name)
) STRICT, WITHOUT ROWID;

-- The same index with every column that counting looks at: those of its own condition and those of which due_now is made,
-- without which SQLite goes to the row each time.
DROP INDEX task_open;
CREATE INDEX task_open ON task (due_now, due_minute, id, opens, lapses, asked, ended, fulfilled, due_set, due)
    WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL;

-- Tasks of staff and of the office are planned again with many an edit.
CREATE INDEX task_no_client ON task (id) WHERE client_id IS NULL;
