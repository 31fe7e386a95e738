// Every state that was ever recorded of records, but for what was left out when the store was restored.
// params: ids: record ids
// returns: [record id, version, payload]
UNWIND $ids AS id
MATCH (state:State {of: id})
WHERE state.payload IS NOT NULL
RETURN id, state.version AS version, state.payload AS payload
