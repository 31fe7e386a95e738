// Writes relations as they stand now.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MERGE (n:ClaimRelation {id: row.id})
SET n += row.properties
