// A page of the states that an activity wrote, in the order of its Merkle tree.
// params: id: activity id; from, below: the places in the tree
// returns: [index, state id, from, payload, salt, commitment]
MATCH (:Activity {id: $id})-[:CHANGED]->(s:State)
WHERE s.index >= $from AND s.index < $below
RETURN s.index AS index, s.id AS id, s.from AS from, s.payload AS payload, s.salt AS salt, s.commitment AS commitment
ORDER BY index
