SELECT count(*) FROM record JOIN settlement ON settlement.record_id = record.id
WHERE on_day = ?1 AND voided = 0 AND outcome = 'reached'
