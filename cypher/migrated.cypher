// Whether the store is migrated, and to what.
// params: none
// returns: [version, name] of each migration applied
MATCH (m:Migration)
RETURN m.version AS version, m.name AS name
ORDER BY version
