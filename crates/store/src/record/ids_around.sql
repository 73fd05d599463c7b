-- Records of the clients, of the matters, and those that settle a task of either (one call for a household, say).
SELECT id FROM record WHERE client_id IN (SELECT value FROM json_each(?1))
UNION
SELECT id FROM record WHERE matter_id IN (SELECT value FROM json_each(?2))
UNION
SELECT record_id FROM settlement WHERE task_id IN (
    SELECT id FROM task WHERE client_id IN (SELECT value FROM json_each(?1))
    UNION
    SELECT id FROM task WHERE matter_id IN (SELECT value FROM json_each(?2))
)
