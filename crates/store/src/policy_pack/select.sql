SELECT id, version, effective_from, until, params, text
FROM policy_pack
