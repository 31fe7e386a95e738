// Makes asides of what an earlier program kept that bundles said last of records.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MATCH (edition:Edition {id: row.id})
SET edition:Aside, edition += row.properties
