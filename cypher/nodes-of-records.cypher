// The nodes of records as they stand, found by their current state, and that state.
// params: ids: record ids
// returns: [record id, payload, version, method, place in its bundle, first recording of the state; labels and properties
//   of the node, [[type, labels and id or date of the other end, properties] of each link out]]
UNWIND $ids AS id
MATCH (state:State {of: id})-[:STATE_OF]->(n)
WHERE state.to IS NULL
RETURN id, state.payload AS payload, state.version AS version, state.method AS method, state.position AS position,
  state.firstRecordedAt AS firstRecordedAt, labels(n) AS labels, properties(n) AS properties,
  [(n)-[link]->(target) | [type(link), labels(target), coalesce(target.id, target.edtf), properties(link)]] AS links
