// The records a former state of which names any of some ids; what they say now is not looked at.
// params: ids
// returns: [record id], each once
MATCH (state:State)
WHERE state.to IS NOT NULL AND any(id IN $ids WHERE state.payload CONTAINS id)
RETURN DISTINCT state.of AS id
