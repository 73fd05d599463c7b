WHERE audit.seq = ?1
