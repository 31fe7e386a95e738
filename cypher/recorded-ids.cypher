// Every record that is recorded, but for what was left out when the store was restored.
// params: none
// returns: id, type
MATCH (state:State)
WHERE state.to IS NULL AND state.payload IS NOT NULL
RETURN state.of AS id, state.ofType AS type
