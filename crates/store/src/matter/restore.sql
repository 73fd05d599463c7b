UPDATE matter SET struck_ms = NULL, struck_on = NULL, struck_by = NULL, struck_reason = NULL
WHERE id = ?1 AND struck_ms IS NOT NULL
RETURNING key, no
