// Every state that was ever recorded of records.
// params: ids: record ids
// returns: [record id, version, payload]
UNWIND $ids AS id
MATCH (state:State {of: id})
RETURN id, state.version AS version, state.payload AS payload
