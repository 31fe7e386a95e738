// Writes down that a migration was applied, and makes the head of the log where there is none.
// params: version, name, at; hash: the hash before the first activity
// returns: nothing
MERGE (m:Migration {version: $version})
ON CREATE SET m.name = $name, m.appliedAt = $at
MERGE (head:LogHead {id: 'head'})
ON CREATE SET head.sequence = 0, head.hash = $hash, head.recordedAt = null
