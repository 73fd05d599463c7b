SELECT version, day FROM client_order_day
