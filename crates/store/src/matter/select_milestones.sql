SELECT matter_id, id, kind, on_moment, known, note FROM milestone ORDER BY matter_id, position
