SELECT matter_id, client_id, role FROM participant ORDER BY matter_id, position
