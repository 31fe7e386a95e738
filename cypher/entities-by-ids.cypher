// The entities with the given ids.
// params: ids: the ids, each once
// returns: a row for each that is there
UNWIND $ids AS id
MATCH (self:Entity {id: id})
RETURN {{entity self}} AS entity
