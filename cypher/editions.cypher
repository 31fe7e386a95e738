// A page of what bundles said last of records while the log was no longer than so many activities, by their ids.
// params: after: the id after which it starts, '' for the first; upTo: how many activities; limit
// returns: [id, record id, namespace of the bundle, whether the record came in it, what it said (JSON), how many
//   activities the log had then]
MATCH (edition:Edition)
WHERE edition.id > $after AND edition.sequence <= $upTo
RETURN edition.id AS id, edition.recordId AS recordId, edition.bundle AS bundle, edition.own AS own,
  edition.said AS said, edition.sequence AS sequence
ORDER BY id
LIMIT $limit
