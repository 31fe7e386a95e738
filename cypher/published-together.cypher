// What came on record in the Activities that published drafts: of records the drafts, or of drafts the records. Whoever
// asks leaves out what is erased: an Activity that erases may have both in it too.
// params: ids: record ids; drafts: whether drafts are asked for, or the others
// returns: [record id, id of the other], each pair once
UNWIND $ids AS id
MATCH (:State {of: id})<-[:CHANGED]-(activity:Activity)
// An import has many states: each Activity is looked through once, however many of the records it has.
WITH activity, collect(DISTINCT id) AS own
MATCH (activity)-[:CHANGED]->(other:State)
WHERE ($drafts AND other.ofType = 'Draft') OR (NOT $drafts AND other.ofType <> 'Draft')
UNWIND own AS one
RETURN DISTINCT one, other.of AS other
