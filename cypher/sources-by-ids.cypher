// The sources with the given ids.
// params: ids: the ids, each once
// returns: a row for each that is there
UNWIND $ids AS id
MATCH (self:Source {id: id})
RETURN {{source self}} AS source
