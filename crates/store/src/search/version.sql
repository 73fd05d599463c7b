SELECT version FROM search_version
