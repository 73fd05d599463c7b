-- Of the chosen units those about one of the clients or of the matters.
SELECT draw_id, client_id, matter_id, stratum, position FROM draw_unit
WHERE chosen = 1 AND client_id IS NOT NULL AND client_id IN (SELECT value FROM json_each(?1))
UNION
SELECT draw_id, client_id, matter_id, stratum, position FROM draw_unit
WHERE chosen = 1 AND matter_id IS NOT NULL AND matter_id IN (SELECT value FROM json_each(?2))
ORDER BY draw_id, position
