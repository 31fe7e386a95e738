// A page of what was recorded after a place in the log, in the log's order; within one activity by record.
// params: after: recordedAt of the activity that the place is in; afterId: the record in it that was last seen, '~'
//   where all of it was; limit
// returns: [recordedAt, activity id, record id, record type, version]
MATCH (a:Activity)
WHERE a.recordedAt >= $after
MATCH (a)-[:CHANGED]->(s:State)
WHERE a.recordedAt > $after OR s.of > $afterId
RETURN a.recordedAt AS recordedAt, a.id AS activityId, s.of AS recordId, s.ofType AS type, s.version AS version
ORDER BY recordedAt, recordId
LIMIT $limit
