SELECT id FROM client ORDER BY id
