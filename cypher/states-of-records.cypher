// The states of records, past and present.
// params: ids
// returns: id, stateId, version, payload, position, method, from
UNWIND $ids AS id
MATCH (state:State {of: id})
RETURN id, state.id AS stateId, state.version AS version, state.payload AS payload, state.position AS position,
  state.method AS method, state.from AS from
