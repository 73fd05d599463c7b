-- What lapsed, came to its next try or was no longer halted since the day before (or, the clock being set back, the other
-- way round).
UPDATE client_order SET next_due = coalesce((
    SELECT min(due_day) FROM task_due_day
    WHERE client_id = (SELECT id FROM client WHERE key = client_order.key)
), '9999-12-31')
WHERE key IN (
    SELECT client.key FROM task JOIN client ON client.id = task.client_id
    WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL
        AND coalesce(lapses, '9999-12-31') BETWEEN ?1 AND ?2
    UNION
    -- A person moved it beyond the day on which it lapses: then it lapses when that is past.
    SELECT client.key FROM task JOIN client ON client.id = task.client_id
    WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL
        AND due_now BETWEEN ?1 AND ?2 AND lapses <= due_now
    UNION
    SELECT client.key FROM task INDEXED BY task_waiting JOIN client ON client.id = task.client_id
    WHERE next_try IS NOT NULL AND asked = 1 AND ended IS NULL AND fulfilled IS NULL
        AND next_try >= ?1 AND next_try < ?2 || 'U'
    UNION
    SELECT client.key FROM task INDEXED BY task_halted JOIN client ON client.id = task.client_id
    WHERE halted_to IS NOT NULL AND asked = 1 AND ended IS NULL AND fulfilled IS NULL
        AND halted_to BETWEEN ?1 AND ?2
)
