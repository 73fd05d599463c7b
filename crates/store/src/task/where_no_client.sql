WHERE client_id IS NULL
