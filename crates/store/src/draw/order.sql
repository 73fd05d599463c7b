ORDER BY drawn_on, at_ms, id
