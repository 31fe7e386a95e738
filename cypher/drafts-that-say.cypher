// The drafts in which any of the texts ever stood, as JSON has them: words, or ids of records.
// params: texts
// returns: [draft id], each once
MATCH (draft:Draft)<-[:STATE_OF]-(state:State)
WHERE any(text IN $texts WHERE state.payload CONTAINS text)
RETURN DISTINCT draft.id AS id
ORDER BY id
