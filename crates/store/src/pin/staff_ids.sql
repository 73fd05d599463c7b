SELECT staff_id FROM pin ORDER BY staff_id
