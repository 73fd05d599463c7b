SELECT place.label, tenure.client_id, tenure.from_day, tenure.to_day
FROM tenure JOIN place ON place.key = tenure.place_key
