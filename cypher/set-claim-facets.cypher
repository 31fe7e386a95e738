// Writes what is counted of claims, for filters and orders.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MATCH (n:Claim {id: row.id})
SET n += row.properties
