// Records a key, by its hash. Done again it changes nothing.
// params: id, hash; properties: name, role, createdAt, expiresAt ('' for never), revokedAt ('' while it holds)
// returns: nothing
MERGE (key:Key {id: $id})
ON CREATE SET key += $properties
SET key.hash = $hash
