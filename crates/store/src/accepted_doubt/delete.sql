DELETE FROM accepted_doubt WHERE doubt = ?1
