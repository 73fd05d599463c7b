INSERT INTO draw_unit (draw_id, position, client_id, matter_id, stratum, chosen) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (draw_id, position) DO UPDATE SET chosen = excluded.chosen
