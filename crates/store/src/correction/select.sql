SELECT record_id, corrects, reason FROM correction
