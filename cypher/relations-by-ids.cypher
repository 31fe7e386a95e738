// The claim relations with the given ids.
// params: ids: the ids, each once
// returns: a row for each that is there
UNWIND $ids AS id
MATCH (self:ClaimRelation {id: id})
RETURN {{relation self}} AS relation
