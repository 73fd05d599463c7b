SELECT key FROM client_order INDEXED BY client_order_no_number WHERE no_number = 1
