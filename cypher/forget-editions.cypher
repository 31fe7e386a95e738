// Destroys what bundles said of records: the asides stay, and what they bind is gone with the salt.
// params: ids: record ids
// returns: nothing
UNWIND $ids AS id
MATCH (edition:Edition {recordId: id})
SET edition.own = null, edition.said = null, edition.salt = null
