// Writes sources as they stand now.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MERGE (n:Source {id: row.id})
SET n += row.properties
SET n:Searchable
