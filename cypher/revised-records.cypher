// The records that have former states.
// params: none
// returns: [record id], each once
MATCH (state:State)
WHERE state.to IS NOT NULL
RETURN DISTINCT state.of AS id
