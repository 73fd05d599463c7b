SELECT DISTINCT matter_id FROM participant WHERE client_id IN (SELECT value FROM json_each(?1))
