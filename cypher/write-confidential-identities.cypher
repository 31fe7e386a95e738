// Writes confidential identities as they stand now.
// params: rows: [{id, properties}]
// returns: nothing
UNWIND $rows AS row
MERGE (n:ConfidentialIdentity {id: row.id})
SET n += row.properties
