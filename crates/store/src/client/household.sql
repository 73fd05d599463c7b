WHERE household = ?1 ORDER BY name, id
