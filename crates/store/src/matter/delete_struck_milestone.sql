DELETE FROM struck_milestone WHERE id = ?1 AND matter_id = ?2
