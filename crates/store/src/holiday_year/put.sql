INSERT INTO holiday_year (year, days, changed_ms) VALUES (?1, ?2, ?3)
ON CONFLICT (year) DO UPDATE SET days = excluded.days, changed_ms = excluded.changed_ms
