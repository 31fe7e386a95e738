// The reviews with the given ids.
// params: ids: the ids, each once
// returns: a row for each that is there
UNWIND $ids AS id
MATCH (self:Review {id: id})
RETURN {{review self}} AS review
