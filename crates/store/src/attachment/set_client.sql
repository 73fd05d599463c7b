UPDATE attachment SET client_id = ?2 WHERE id IN (SELECT value FROM json_each(?1))
