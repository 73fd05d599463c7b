SELECT matter_id, id, kind, on_moment, known, note FROM milestone
WHERE matter_id IN (SELECT value FROM json_each(?1))
ORDER BY matter_id, position
