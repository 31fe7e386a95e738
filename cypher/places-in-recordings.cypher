// Where the states stand that were recorded at some instants: in the tree of their recording, and in its bundle what was new.
// params: ids: the instants
// returns: instant, record id, version, place in the Merkle tree, place in the bundle that the record came with
UNWIND $ids AS instant
MATCH (:Activity {recordedAt: instant})-[:CHANGED]->(s:State)
RETURN instant, s.of AS id, s.version AS version, s.index AS index, s.position AS position
