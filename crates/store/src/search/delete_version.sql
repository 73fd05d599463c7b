DELETE FROM search_version
