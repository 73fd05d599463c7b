SELECT count(*) FROM client_order
