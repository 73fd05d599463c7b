SELECT id, client.name, client.no, id_number, sex, born, client.place, contacts, since, assignee, classes, fields,
    household, wish, last_contact, next_due,
    (SELECT count(DISTINCT matter_id) FROM participant WHERE client_id = client.id),
    (
        SELECT count(*) FROM task
        WHERE client_id = client.id AND asked = 1 AND ended IS NULL AND fulfilled IS NULL
            AND (opens <= ?2 OR due_now <= ?2)
            AND (lapses IS NULL OR lapses > ?2 OR due_now >= ?2)
            AND (halted_to IS NULL OR halted_to < ?2)
    )
FROM client JOIN client_order USING (key)
WHERE client.key = ?1
