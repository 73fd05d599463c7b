WHERE undone_ms IS NULL ORDER BY id
