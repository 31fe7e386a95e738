// The members of the cluster of each entity.
// params: ids: entity ids
// returns: [entity id, member ids]
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN id, e.clusterMembers AS members
