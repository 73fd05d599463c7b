UPDATE task SET due_set = ?2, assignee_set = ?3 WHERE id = ?1
