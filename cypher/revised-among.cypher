// The records that have more than one state, of some.
// params: ids: of the second state that each would have
// returns: record id
UNWIND $ids AS id
MATCH (state:State {id: id})
RETURN state.of AS id
