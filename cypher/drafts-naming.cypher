// The drafts that name any of some records, in any of their versions.
// params: ids: record ids
// returns: [draft id], each once
MATCH (draft:Draft)<-[:STATE_OF]-(state:State)
WHERE any(id IN $ids WHERE state.payload CONTAINS id)
RETURN DISTINCT draft.id AS id
ORDER BY id
