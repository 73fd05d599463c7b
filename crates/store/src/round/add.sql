INSERT INTO round (id, person, staff, printed_on, on_day, visits, at_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
