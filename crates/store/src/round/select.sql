SELECT id, person, staff, printed_on, on_day, visits, at_ms
FROM round
