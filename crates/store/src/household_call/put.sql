INSERT INTO household_call (record_id, call) VALUES (?1, ?2)
