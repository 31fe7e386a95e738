// Writes the dates that links lead to.
// params: rows: [{edtf, properties: {earliest, latest}}]
// returns: nothing
UNWIND $rows AS row
MERGE (n:Date {edtf: row.edtf})
SET n += row.properties
