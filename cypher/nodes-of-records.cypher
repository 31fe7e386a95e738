// The nodes of records as they stand, found by their current state.
// params: ids: record ids
// returns: [record id, labels, properties, [[type, labels, id or date of the other end, properties] of each link out]]
UNWIND $ids AS id
MATCH (state:State {of: id})-[:STATE_OF]->(n)
WHERE state.to IS NULL
RETURN id, labels(n) AS labels, properties(n) AS properties,
  [(n)-[link]->(end) | [type(link), labels(end), coalesce(end.id, end.edtf), properties(link)]] AS links
