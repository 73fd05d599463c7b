SELECT record_id FROM household_call
WHERE call = (SELECT call FROM household_call WHERE record_id = ?1)
ORDER BY record_id
