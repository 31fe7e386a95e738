// The records that named some in the recordings that these were recorded first in, and were revised since.
// params: ids: record ids
// returns: id (of those that named them)
UNWIND $ids AS id
MATCH (:State {of: id, version: 1})<-[:CHANGED]-(activity:Activity)
// An import has many states: each Activity is looked through once, however many of the records it has.
WITH activity, collect(DISTINCT id) AS own
MATCH (activity)-[:CHANGED]->(other:State)
WHERE other.to IS NOT NULL
UNWIND own AS one
WITH one, other
WHERE other.of <> one AND other.payload CONTAINS one
RETURN DISTINCT other.of AS id
