// Destroys what was recorded of records before: what stands in its place is put there, and the salts go.
// params: activityId: the activity that erases; rows: [{id, version, payload}]: record, its version that says so, its payload
// returns: nothing
UNWIND $rows AS row
MATCH (state:State {of: row.id})
WHERE state.version < row.version
SET state.payload = row.payload, state.salt = null, state.erasedBy = $activityId
