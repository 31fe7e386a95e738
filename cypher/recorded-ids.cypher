// Every record that is recorded.
// params: none
// returns: id, type
MATCH (state:State)
WHERE state.to IS NULL
RETURN state.of AS id, state.ofType AS type
