// Of some entities those that records named which name them no more.
// params: ids
// returns: id, onceNamedBy: the ids of the records
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE e.onceNamedBy IS NOT NULL
RETURN id, e.onceNamedBy AS onceNamedBy
