// Revokes a key; one that is revoked stays as it was.
// params: id, at
// returns: [id]; no row where there is no such key
MATCH (key:Key {id: $id})
SET key.revokedAt = CASE WHEN key.revokedAt = '' THEN $at ELSE key.revokedAt END
RETURN key.id AS id
