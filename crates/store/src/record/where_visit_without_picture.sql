INDEXED BY record_visit
WHERE channel = 'home_visit' AND outcome = 'reached' AND voided = 0 AND on_day >= ?1
    AND EXISTS (
        SELECT 1 FROM settlement
        WHERE settlement.record_id = record.id AND settlement.form IN (SELECT value FROM json_each(?2))
    )
    AND NOT EXISTS (
        SELECT 1 FROM attachment
        WHERE attachment.record_id = record.id AND attachment.struck IS NULL
            AND attachment.kind IN ('photo', 'pdf', 'signature')
    )
ORDER BY on_day
