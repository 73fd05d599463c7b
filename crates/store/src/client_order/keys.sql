SELECT key FROM client_order
