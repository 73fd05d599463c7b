SELECT kept FROM client_merge WHERE merged = ?1 AND undone_ms IS NULL
