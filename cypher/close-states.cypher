// Ends the state that each record had until now.
// params: ids: record ids; to: instant
// returns: nothing
UNWIND $ids AS id
MATCH (state:State {of: id})
WHERE state.to IS NULL
SET state.to = $to
