// A page of what an earlier program kept that bundles said last of records, and is no aside yet, by its ids.
// params: after: the id after which it starts, '' for the first; limit
// returns: [id, record id, namespace of the bundle, whether the record came in it, what it said (JSON)]
MATCH (edition:Edition)
WHERE edition.id > $after AND edition.number IS NULL
RETURN edition.id AS id, edition.recordId AS recordId, edition.bundle AS bundle, edition.own AS own, edition.said AS said
ORDER BY id
LIMIT $limit
