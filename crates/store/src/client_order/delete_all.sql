DELETE FROM client_order
