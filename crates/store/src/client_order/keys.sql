SELECT key FROM client_order
WHERE (?1 IS NULL OR key IN (SELECT value FROM json_each(?1)))
