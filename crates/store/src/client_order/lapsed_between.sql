-- What lapsed since the day before (or, the clock being set back, is due again).
UPDATE client_order SET next_due = coalesce((
    SELECT min(due_now) FROM task
    WHERE client_id = (SELECT id FROM client WHERE key = client_order.key)
        AND asked = 1 AND ended IS NULL AND fulfilled IS NULL
        AND (lapses IS NULL OR lapses > ?3 OR due_now >= ?3)
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
)
