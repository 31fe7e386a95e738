// Of some records those that the log, as far as it is put back, has not erased yet: their last state was erased by what follows.
// params: ids: record ids
// returns: id
UNWIND $ids AS id
MATCH (state:State {of: id})
WHERE state.to IS NULL AND state.erasedBy IS NOT NULL
RETURN id
