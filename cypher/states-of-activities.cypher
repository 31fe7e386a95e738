// A page of the states that activities wrote, in the order of each one's Merkle tree.
// params: ids: activity ids; from, below: the places in each tree
// returns: [activity id, index, state id, from, payload, salt (null where it was destroyed), commitment, method, position,
//   type of its record, version, first recording, to, id of the activity that erased it, null for none]
UNWIND $ids AS id
MATCH (:Activity {id: id})-[:CHANGED]->(s:State)
WHERE s.index >= $from AND s.index < $below
RETURN id, s.index AS index, s.id AS stateId, s.from AS from, s.payload AS payload, s.salt AS salt,
  s.commitment AS commitment, s.method AS method, s.position AS position, s.ofType AS ofType, s.version AS version,
  s.firstRecordedAt AS firstRecordedAt, s.to AS to, s.erasedBy AS erasedBy
ORDER BY id, index
