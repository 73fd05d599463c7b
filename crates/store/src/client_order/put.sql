INSERT INTO client_order (key, name, no, place, last_contact, next_due)
SELECT client.key, ?2, ?3, ?4,
    coalesce((SELECT max(on_day) FROM record WHERE client_id = client.id AND voided = 0), ''),
    coalesce((
        SELECT min(due_now) FROM task
        WHERE client_id = client.id AND asked = 1 AND ended IS NULL AND fulfilled IS NULL
            AND (lapses IS NULL OR lapses > (SELECT day FROM client_order_day)
                OR due_now >= (SELECT day FROM client_order_day))
    ), '9999-12-31')
FROM client WHERE client.key = ?1
ON CONFLICT (key) DO UPDATE SET name = excluded.name, no = excluded.no, place = excluded.place
