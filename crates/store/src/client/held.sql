SELECT held FROM client WHERE id = ?1
