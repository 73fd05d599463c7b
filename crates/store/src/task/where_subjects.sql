WHERE id IN (
    SELECT id FROM task
    WHERE client_id IN (SELECT value FROM json_each(?1)) AND subject = 'client:' || client_id
    UNION ALL
    SELECT id FROM task
    WHERE matter_id IN (SELECT value FROM json_each(?2)) AND subject = 'matter:' || matter_id
)
