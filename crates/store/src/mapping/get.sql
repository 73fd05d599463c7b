SELECT mapping FROM mapping WHERE signature = ?1
