// Writes the states that confidential identities have from now on, under the activity that changed them; in the place of what was left out.
// params: activityId; from; rows: [[record id, state id, version, index, payload, salt, commitment, method, position, firstRecordedAt,
//   erasedBy]], of nodes that are there
// returns: nothing
MATCH (activity:Activity {id: $activityId})
UNWIND $rows AS row
MATCH (n:ConfidentialIdentity {id: row[0]})
MERGE (state:State {id: row[1]})
SET state += {of: row[0], ofType: 'ConfidentialIdentity', version: row[2], index: row[3], payload: row[4],
  salt: row[5], commitment: row[6], method: row[7], position: row[8], firstRecordedAt: row[9], erasedBy: row[10],
  from: $from, to: null}
CREATE (activity)-[:CHANGED]->(state)-[:STATE_OF]->(n)
