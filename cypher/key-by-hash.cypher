// The key that a caller holds.
// params: hash: SHA-256 of the key
// returns: [id, name, role, createdAt, expiresAt or '', revokedAt or '']; no row where there is no such key
MATCH (key:Key {hash: $hash})
RETURN key.id AS id, key.name AS name, key.role AS role, key.createdAt AS createdAt,
  key.expiresAt AS expiresAt, key.revokedAt AS revokedAt
