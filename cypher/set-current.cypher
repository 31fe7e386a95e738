// Writes down whether assertions are current: neither withdrawn nor superseded.
// params: ids: assertion ids
// returns: nothing
UNWIND $ids AS id
MATCH (a:Assertion {id: id})
SET a.current = (NOT a.withdrawn AND a.supersededById IS NULL)
