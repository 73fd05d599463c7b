-- What a call leaves: the hour for which the client asked, the number that was rung, where a misplaced record came from;
-- and beside each task, from when it is to be tried again.
ALTER TABLE record ADD COLUMN again_minute INTEGER CHECK (again_minute BETWEEN 0 AND 1439);
ALTER TABLE record ADD COLUMN phone TEXT;
-- Points at the struck-out record of another client.
ALTER TABLE record ADD COLUMN moved_from TEXT;
CREATE INDEX record_moved ON record (moved_from) WHERE moved_from IS NOT NULL;

-- A copy of what follows from the tries, as a local moment: until then the task waits.
ALTER TABLE task ADD COLUMN next_try TEXT CHECK (next_try GLOB '????-??-??T??:??');
-- The worklist judges whether a task waits without reading its row.
DROP INDEX task_open;
CREATE INDEX task_open ON task (due_now, due_minute, id, opens, lapses, next_try)
    WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL;
CREATE INDEX task_waiting ON task (next_try, id, opens, lapses)
    WHERE next_try IS NOT NULL AND asked = 1 AND ended IS NULL AND fulfilled IS NULL;
