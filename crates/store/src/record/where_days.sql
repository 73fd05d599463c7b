WHERE on_day BETWEEN ?1 AND ?2 ORDER BY on_day, at_ms
