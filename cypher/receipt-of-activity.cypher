// What came of an activity.
// params: id
// returns: [recordedAt, added, revised, unchanged]
MATCH (a:Activity {id: $id})
RETURN a.recordedAt AS recordedAt, a.added AS added, a.revised AS revised, a.unchanged AS unchanged
