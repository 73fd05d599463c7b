SELECT id FROM matter
WHERE kind IN (SELECT value FROM json_each(?1)) AND struck_ms IS NULL
  AND NOT EXISTS (SELECT 1 FROM participant WHERE participant.matter_id = matter.id)
