INSERT INTO view_setting (staff, name, value) VALUES (?1, ?2, ?3)
ON CONFLICT (staff, name) DO UPDATE SET value = excluded.value
