SELECT place FROM client WHERE id = ?1
