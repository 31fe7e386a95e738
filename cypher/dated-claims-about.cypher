// The claims about each entity, or one judged the same, that have a date of their own.
// params: ids: entity ids
// returns: [entity id, claim row]
UNWIND $ids AS id
MATCH (given:Entity {id: id})
UNWIND given.clusterMembers AS member
MATCH (:Entity {id: member})<-[:ABOUT]-(self:Claim)
WHERE self.concernsEdtf IS NOT NULL
RETURN DISTINCT id, {{claim self}} AS claim
