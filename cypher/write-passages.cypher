// Writes passages as they stand now.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MERGE (n:Passage {id: row.id})
SET n += row.properties
SET n:Searchable
