// The entities that records named which name them no more.
// params: none
// returns: id, onceNamedBy: the ids of the records
MATCH (e:Entity)
WHERE e.onceNamedBy IS NOT NULL
RETURN e.id AS id, e.onceNamedBy AS onceNamedBy
