DELETE FROM milestone WHERE matter_id = ?1
