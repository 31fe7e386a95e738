// What bundles said last of records, where that is not what the record's first state tells.
// params: ids: record ids
// returns: [record id, namespace of the bundle, whether the record came in it, what it said (JSON)], in no order
UNWIND $ids AS id
MATCH (edition:Edition {recordId: id})
RETURN edition.recordId AS recordId, edition.bundle AS bundle, edition.own AS own, edition.said AS said
