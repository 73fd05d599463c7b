UPDATE matter SET struck_ms = ?2, struck_on = ?3, struck_by = ?4, struck_reason = ?5 WHERE id = ?1 AND struck_ms IS NULL
RETURNING key, no
