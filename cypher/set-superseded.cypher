// Writes down which assertion took the place of others; null where none did.
// params: rows: [{id, successorId}]
// returns: nothing
UNWIND $rows AS row
MATCH (a:Assertion {id: row.id})
SET a.supersededById = row.successorId
