UPDATE matter SET stage = ?2, began = ?3, stage_on = ?4 WHERE id = ?1
