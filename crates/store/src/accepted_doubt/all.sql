SELECT doubt, data, at_ms, by_staff, reason FROM accepted_doubt
