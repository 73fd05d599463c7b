WHERE place.label = ?1 ORDER BY tenure.from_day, tenure.key
