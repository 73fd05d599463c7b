SELECT id, staff, name, filter, position
FROM saved_view
