INSERT INTO audit_content (seq, salt, detail) VALUES (?1, ?2, ?3)
