-- Who might have to do what is open; a person's own tasks are among those that name him and those of his post.
SELECT task.id, due_now, due_minute, role, held_by, by_area, assignee_set, client.place
FROM task INDEXED BY task_open LEFT JOIN client ON client.id = task.client_id
WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL
    AND due_now BETWEEN ?1 AND ?2
    AND (opens <= ?3 OR due_now <= ?3)
    AND (lapses IS NULL OR lapses > ?4 OR due_now >= ?4)
ORDER BY due_now, due_minute, task.id
