ORDER BY from_day, id
