INSERT INTO mapping (signature, mapping, used_ms) VALUES (?1, ?2, ?3)
ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping, used_ms = excluded.used_ms
