WHERE tenure.client_id = ?1 ORDER BY tenure.from_day, tenure.key
