WHERE place = ?1 ORDER BY name, id
