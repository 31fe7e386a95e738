// Writes holds as they stand now.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MERGE (n:Hold {id: row.id})
SET n += row.properties
