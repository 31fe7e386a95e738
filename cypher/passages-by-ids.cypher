// The passages with the given ids.
// params: ids: the ids, each once
// returns: a row for each that is there
UNWIND $ids AS id
MATCH (self:Passage {id: id})-[:OF]->(version:SourceVersion)
RETURN {{passage self}} AS passage, {{passage-version version}}
