// Writes states of which no record stands, under the activity that changed them.
// params: activityId; rows: [{id, properties}]
// returns: nothing
MATCH (activity:Activity {id: $activityId})
UNWIND $rows AS row
MERGE (state:State {id: row.id})
SET state += row.properties
CREATE (activity)-[:CHANGED]->(state)
