// The drafts with the given ids.
// params: ids: the ids, each once
// returns: a row for each that is there
UNWIND $ids AS id
MATCH (self:Draft {id: id})
RETURN {{draft self}} AS draft
