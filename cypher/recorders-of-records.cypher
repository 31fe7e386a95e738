// By whom each state of some records was recorded.
// params: ids: record ids
// returns: record id, instant, by
UNWIND $ids AS id
MATCH (a:Activity)-[:CHANGED]->(s:State {of: id})
RETURN id, s.from AS recordedAt, a.by AS by
