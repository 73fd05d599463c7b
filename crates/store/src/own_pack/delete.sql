DELETE FROM own_pack WHERE id = ?1
