INSERT INTO client_order_day (version, day) VALUES (?1, ?2)
