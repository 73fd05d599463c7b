INSERT INTO draw (id, pack, rule, period, drawn_on, seed, frame_hash, take, replaced, staff, voided, at_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
ON CONFLICT (id) DO UPDATE SET replaced = excluded.replaced, voided = excluded.voided
