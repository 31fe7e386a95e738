// A page of the log, in order.
// params: after: the sequence after which it starts, 0 for the first; limit
// returns: [id, sequence, recordedAt, by, method, title, requestKey, inputHash, about, added, revised,
//   unchanged, merkleRoot, previousHash, hash, callerId, identitiesLeftOutUpTo, how many asides there were and the hash of
//   the last (null where there was none)]
MATCH (a:Activity)
WHERE a.sequence > $after
RETURN a.id AS id, a.sequence AS sequence, a.recordedAt AS recordedAt, a.by AS by, a.method AS method,
  a.title AS title, a.requestKey AS requestKey, a.inputHash AS inputHash, a.about AS about, a.added AS added, a.revised AS revised,
  a.unchanged AS unchanged, a.merkleRoot AS merkleRoot, a.previousHash AS previousHash, a.hash AS hash,
  a.callerId AS callerId, a.identitiesLeftOutUpTo AS identitiesLeftOutUpTo,
  a.asides AS asides, a.asidesHash AS asidesHash
ORDER BY sequence
LIMIT $limit
