SELECT matter_id, client_id, role FROM participant
WHERE matter_id IN (SELECT value FROM json_each(?1))
ORDER BY matter_id, position
