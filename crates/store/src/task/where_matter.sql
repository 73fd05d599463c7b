WHERE matter_id = ?1 ORDER BY due_now, id
