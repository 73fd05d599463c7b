INSERT INTO client_merge (at_ms, by_staff, kept, merged, before) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id
