// The source versions with the given ids.
// params: ids: the ids, each once
// returns: a row for each that is there
UNWIND $ids AS id
MATCH (self:SourceVersion {id: id})
RETURN {{source-version self}} AS version
