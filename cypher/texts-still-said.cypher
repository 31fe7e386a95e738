// Which of the texts stand in what was ever recorded, as JSON has them.
// params: texts
// returns: [text], each once
MATCH (state:State)
UNWIND $texts AS text
WITH state, text
WHERE state.payload CONTAINS text
RETURN DISTINCT text
