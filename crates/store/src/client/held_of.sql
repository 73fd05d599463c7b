SELECT id, held FROM client WHERE held <> '[]' AND id IN (SELECT value FROM json_each(?1))
