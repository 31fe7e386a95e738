// Writes the states that assertions have from now on, under the activity that changed them.
// params: activityId; from; rows: [[record id, state id, version, index, payload, salt, commitment, method, position, firstRecordedAt,
//   erasedBy]], of nodes that are there
// returns: nothing
MATCH (activity:Activity {id: $activityId})
UNWIND $rows AS row
MATCH (n:Assertion {id: row[0]})
CREATE (activity)-[:CHANGED]->(:State {id: row[1], of: row[0], ofType: 'Assertion', version: row[2], index: row[3], payload: row[4],
  salt: row[5], commitment: row[6], method: row[7], position: row[8], firstRecordedAt: row[9], erasedBy: row[10],
  from: $from})-[:STATE_OF]->(n)
