SELECT 1 FROM reveal WHERE client_id = ?1 AND on_day = ?2 AND staff = ?3
