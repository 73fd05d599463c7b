INSERT INTO absence (id, staff, from_day, to_day, weekdays, substitute, reason, by_staff, voided, at_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
