// The records in which any of the texts was ever recorded, as JSON has them.
// params: texts; but: ids of records that are left out
// returns: [record id], each once
MATCH (state:State)
WHERE NOT state.of IN $but AND any(text IN $texts WHERE state.payload CONTAINS text)
RETURN DISTINCT state.of AS id
ORDER BY id
LIMIT 100
