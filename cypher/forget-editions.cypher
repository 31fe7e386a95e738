// Forgets what bundles said of records.
// params: ids: record ids
// returns: nothing
UNWIND $ids AS id
MATCH (edition:Edition {recordId: id})
DELETE edition
