WHERE id IN (SELECT value FROM json_each(?1)) AND struck_ms IS NULL
