// The states that an activity wrote, in the order of its Merkle tree.
// params: id: activity id
// returns: [index, state id, of, version, payload, salt, commitment, from, to]
MATCH (:Activity {id: $id})-[:CHANGED]->(s:State)
RETURN s.index AS index, s.id AS id, s.of AS of, s.version AS version, s.payload AS payload, s.salt AS salt, s.commitment AS commitment, s.from AS from, s.to AS to
ORDER BY index
