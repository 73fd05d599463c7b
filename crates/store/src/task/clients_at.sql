SELECT key FROM client INDEXED BY client_place WHERE place >= ?1 AND place < ?2
