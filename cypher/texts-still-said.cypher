// Which of the texts stand in what was ever recorded, as JSON has them. A draft says nothing of the graph.
// params: texts
// returns: [text], each once
MATCH (state:State)
WHERE state.ofType <> 'Draft'
UNWIND $texts AS text
WITH state, text
WHERE state.payload CONTAINS text
RETURN DISTINCT text
