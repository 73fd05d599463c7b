INSERT INTO tenure (place_key, client_id, from_day, to_day)
SELECT key, ?2, ?3, ?4 FROM place WHERE label = ?1
