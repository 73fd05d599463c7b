SELECT id, pack, rule, period, drawn_on, seed, frame_hash, take, replaced, staff, voided, at_ms FROM draw
