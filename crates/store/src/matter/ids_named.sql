-- Matters of a kind of one of the clients, or out of one of the matters.
SELECT id FROM matter
WHERE kind = ?1 AND id IN (SELECT matter_id FROM participant WHERE client_id = ?2)
UNION
SELECT id FROM matter WHERE kind = ?1 AND parent = ?3
