WHERE record_id IN (SELECT value FROM json_each(?1)) OR corrects IN (SELECT value FROM json_each(?1))
ORDER BY record_id
