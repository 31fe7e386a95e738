// Writes what assertions are found by.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MATCH (n:Assertion {id: row.id})
SET n += row.properties
