WHERE task_id IS NULL AND client_id IS NULL AND act ->> '$.act' = 'void_draw'
ORDER BY at_ms, id
