SELECT client_id, matter_id, stratum FROM draw_unit WHERE draw_id = ?1 ORDER BY position
