DELETE FROM participant WHERE matter_id = ?1
