INSERT INTO client_order (key, name, no, place, last_contact, next_due, no_number)
SELECT client.key, ?2, ?3, ?4,
    coalesce((SELECT max(on_day) FROM record WHERE client_id = client.id AND voided = 0), ''),
    coalesce((SELECT min(due_day) FROM task_due_day WHERE client_id = client.id), '9999-12-31'),
    ?5
FROM client WHERE client.key = ?1
ON CONFLICT (key) DO UPDATE SET name = excluded.name, no = excluded.no, place = excluded.place, no_number = excluded.no_number
