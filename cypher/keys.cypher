// All keys, without their hashes, the oldest first.
// params: none
// returns: [id, name, role, createdAt, expiresAt or '', revokedAt or '']
MATCH (key:Key)
RETURN key.id AS id, key.name AS name, key.role AS role, key.createdAt AS createdAt,
  key.expiresAt AS expiresAt, key.revokedAt AS revokedAt
ORDER BY createdAt, id
