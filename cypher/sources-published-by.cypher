// The sources that the entities published.
// params: ids: entity ids
// returns: [source id]
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:PUBLISHED_BY]-(s:Source)
RETURN DISTINCT s.id AS sourceId
