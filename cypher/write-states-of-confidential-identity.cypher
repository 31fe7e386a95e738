// Writes the states that confidential identities have from now on, under the activity that changed them; in the place of what was left out.
// params: activityId; rows: [{id, properties}], of nodes that are there
// returns: nothing
MATCH (activity:Activity {id: $activityId})
UNWIND $rows AS row
MATCH (n:ConfidentialIdentity {id: row.properties.of})
MERGE (state:State {id: row.id})
SET state += row.properties
CREATE (activity)-[:CHANGED]->(state)-[:STATE_OF]->(n)
