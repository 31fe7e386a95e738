// Keeps what a bundle said last of records, in the place of what it said of them before.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MERGE (edition:Edition {id: row.id})
SET edition += row.properties
