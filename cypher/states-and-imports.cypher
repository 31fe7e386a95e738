// Every state that each record has had, and whether an import gave it: that is a recording about no record in particular.
// params: ids: record ids
// returns: [record id, version, payload; null where it was left out when the store was restored, whether an import gave it],
//   in no order
UNWIND $ids AS id
MATCH (s:State {of: id})<-[:CHANGED]-(a:Activity)
RETURN id, s.version AS version, s.payload AS payload, a.about = '' AS imported
