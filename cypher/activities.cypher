// The log, in order.
// params: none
// returns: [id, sequence, recordedAt, by, method, title, previousHash, merkleRoot, hash, changes, requestKey]
MATCH (a:Activity)
RETURN a.id AS id, a.sequence AS sequence, a.recordedAt AS recordedAt, a.by AS by, a.method AS method, a.title AS title, a.previousHash AS previousHash, a.merkleRoot AS merkleRoot, a.hash AS hash, a.changes AS changes, a.requestKey AS requestKey
ORDER BY sequence
