SELECT draw_id, count(*) FROM draw_unit GROUP BY draw_id
