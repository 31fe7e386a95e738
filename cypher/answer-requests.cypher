// Answers requests that changed nothing, each as an aside.
// params: rows: [{key, properties}]
// returns: nothing
UNWIND $rows AS row
MERGE (request:Request {key: row.key})
SET request:Aside, request += row.properties
