// A page of what was recorded before a place in the log and not before an instant, the last first; within one activity
// by record, the last first too.
// params: before: recordedAt of the activity that the place is in; beforeId: the record in it that was last seen, '~'
//   where none of it was; since (instant); limit
// returns: [recordedAt, activity id, record id, record type, version]
MATCH (a:Activity)
WHERE a.recordedAt <= $before AND a.recordedAt >= $since
WITH a, a.recordedAt AS recordedAt
ORDER BY recordedAt DESC
LIMIT $limit
MATCH (a)-[:CHANGED]->(s:State)
WHERE recordedAt < $before OR s.of < $beforeId
RETURN recordedAt, a.id AS activityId, s.of AS recordId, s.ofType AS type, s.version AS version
ORDER BY recordedAt DESC, recordId DESC
LIMIT $limit
