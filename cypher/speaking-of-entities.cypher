// Which of the entities, or those judged the same, have a current assertion.
// params: ids: entity ids
// returns: [entity id]
UNWIND $ids AS id
MATCH (e:Entity {id: id})
UNWIND e.clusterMembers AS member
MATCH (:Entity {id: member})<-[:MADE_BY]-(a:Assertion)
WHERE a.current
RETURN DISTINCT id
