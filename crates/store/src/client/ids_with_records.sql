SELECT DISTINCT client_id FROM record WHERE client_id IS NOT NULL
