// Writes the cluster of entities and whether they speak.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
SET n += row.properties
