// A page of the states that held at an instant, of those that activities wrote; none that was left out when the store
// was restored.
// params: sequences: the numbers of the activities in the log; from, below: the places in each one's Merkle tree; at: the instant
// returns: [record id, type, version, payload, method, place in its bundle, first recording], in no order
UNWIND $sequences AS sequence
MATCH (:Activity {sequence: sequence})-[:CHANGED]->(s:State)
WHERE s.index >= $from AND s.index < $below AND s.from <= $at AND (s.to IS NULL OR s.to > $at)
  AND s.payload IS NOT NULL
RETURN s.of AS id, s.ofType AS type, s.version AS version, s.payload AS payload, s.method AS method,
  s.position AS position, s.firstRecordedAt AS firstRecordedAt
