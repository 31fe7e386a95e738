// What bundles said last of records, where that is not what the record's first state tells.
// params: ids: record ids
// returns: [record id, namespace of the bundle, whether the record came in it, what it said (JSON)], in no order
UNWIND $ids AS id
MATCH (edition:Edition {recordId: id})
WITH id, edition.bundle AS bundle, max(edition.number) AS number
MATCH (last:Aside {number: number})
WHERE last.said IS NOT NULL
RETURN last.recordId AS recordId, last.bundle AS bundle, last.own AS own, last.said AS said
