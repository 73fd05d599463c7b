SELECT held FROM matter WHERE id = ?1
