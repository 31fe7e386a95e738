// What derives from each source, rejected derivations left out, one step.
// params: ids: source ids
// returns: [id, child id]
UNWIND $ids AS id
MATCH (:Source {id: id})<-[link:DERIVED_FROM]-(child:Source)
WHERE link.status <> 'REJECTED'
RETURN DISTINCT id, child.id AS childId
