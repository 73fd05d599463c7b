WHERE struck_ms IS NULL
