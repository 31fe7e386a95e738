// The state that each record was recorded with.
// params: ids: record ids
// returns: [record id, payload; null where it was left out when the store was restored], in no order
UNWIND $ids AS id
MATCH (s:State {of: id, version: 1})
RETURN id, s.payload AS payload
