// Writes the states that passages have from now on, under the activity that changed them.
// params: activityId; rows: [{id, properties}], of nodes that are there
// returns: nothing
MATCH (activity:Activity {id: $activityId})
UNWIND $rows AS row
MATCH (n:Passage {id: row.properties.of})
CREATE (activity)-[:CHANGED]->(state:State {id: row.id})-[:STATE_OF]->(n)
SET state += row.properties
