// The reviews of the claims about each entity, or one judged the same.
// params: ids: entity ids
// returns: [entity id, review row]
UNWIND $ids AS id
MATCH (given:Entity {id: id})
UNWIND given.clusterMembers AS member
MATCH (:Entity {id: member})<-[:ABOUT]-(:Claim)<-[:OF_CLAIM]-(self:Review)
RETURN DISTINCT id, {{review self}} AS review
