// Writes drafts as they stand now.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MERGE (n:Draft {id: row.id})
SET n += row.properties
