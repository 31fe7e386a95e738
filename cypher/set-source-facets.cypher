// Writes what sources lead back to and who published them.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MATCH (n:Source {id: row.id})
SET n += row.properties
