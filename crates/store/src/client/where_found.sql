WHERE name LIKE ?1 ESCAPE '\'
    OR no LIKE ?1 ESCAPE '\'
    OR place LIKE ?1 ESCAPE '\'
    OR id IN (SELECT client_id FROM client_phone WHERE tail >= ?2 AND tail < ?3)
ORDER BY name, id
LIMIT ?4 OFFSET ?5
