SELECT id, version, effective_from, until, params, text, overrides
FROM policy_pack
