UPDATE tenure SET to_day = ?2 WHERE client_id = ?1 AND to_day IS NULL
