SELECT draw_id, client_id, matter_id, stratum FROM draw_unit WHERE chosen = 1 ORDER BY draw_id, position
