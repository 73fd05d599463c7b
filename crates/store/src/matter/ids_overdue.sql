-- Matters of which something that can be done is past due.
SELECT DISTINCT matter_id FROM task INDEXED BY task_open
WHERE asked = 1 AND ended IS NULL AND fulfilled IS NULL AND due_now < ?1 AND opens <= ?1
  AND (lapses IS NULL OR lapses > ?1) AND matter_id IS NOT NULL
