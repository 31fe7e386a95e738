// Writes reviews as they stand now.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MERGE (n:Review {id: row.id})
SET n += row.properties
