// Writes requests for a reply as they stand now.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MERGE (n:ReplyRequest {id: row.id})
SET n += row.properties
