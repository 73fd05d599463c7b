DELETE FROM settlement WHERE record_id = ?1
