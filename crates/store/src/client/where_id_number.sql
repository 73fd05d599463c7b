WHERE id_number = ?1 ORDER BY name, id
