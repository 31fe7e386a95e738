// The claims with the given ids.
// params: ids: the ids, each once
// returns: a row for each that is there
UNWIND $ids AS id
MATCH (self:Claim {id: id})
RETURN {{claim self}} AS claim
