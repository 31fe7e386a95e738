// Writes claims as they stand now.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MERGE (n:Claim {id: row.id})
SET n += row.properties
SET n:Searchable
