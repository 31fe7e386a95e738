// The state that each record has now; none of what was left out when the store was restored.
// params: ids: record ids
// returns: [record id, version, payload, method of the activity that wrote it, recordedAt of the first, position]
UNWIND $ids AS id
MATCH (state:State {of: id})
WHERE state.to IS NULL AND state.payload IS NOT NULL
RETURN id, state.version AS version, state.payload AS payload, state.method AS method, state.firstRecordedAt AS firstRecordedAt, state.position AS position
