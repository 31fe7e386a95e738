// All states that records have had, with what they hang on, in no order.
// params: ids: record ids
// returns: [record id, state id, type, version, payload, method, place in its bundle, first recording, from, to,
//   [[id, recordedAt] of each activity that wrote it], ids of what it is a state of]
UNWIND $ids AS id
MATCH (s:State {of: id})
RETURN id, s.id AS stateId, s.ofType AS type, s.version AS version, s.payload AS payload, s.method AS method,
  s.position AS position, s.firstRecordedAt AS firstRecordedAt, s.from AS from, s.to AS to,
  [(s)<-[:CHANGED]-(activity:Activity) | [activity.id, activity.recordedAt]] AS activities,
  [(s)-[:STATE_OF]->(n) | n.id] AS recordIds
