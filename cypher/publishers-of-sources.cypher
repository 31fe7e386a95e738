// The members of the cluster of who published each source.
// params: ids: source ids
// returns: [id, members]
UNWIND $ids AS id
MATCH (:Source {id: id})-[:PUBLISHED_BY]->(publisher:Entity)
RETURN id, publisher.clusterMembers AS members
