// What each source derives from, rejected derivations left out, one step.
// params: ids: source ids
// returns: [id, parent id]
UNWIND $ids AS id
MATCH (:Source {id: id})-[link:DERIVED_FROM]->(parent:Source)
WHERE link.status <> 'REJECTED'
RETURN DISTINCT id, parent.id AS parentId
