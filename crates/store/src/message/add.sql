INSERT INTO message (record, batch, occasion, address) VALUES (?1, ?2, ?3, ?4)
