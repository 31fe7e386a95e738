// The contradictions between claims of which at least one is about the entity, or one judged the same.
// params: about: entity id; statuses: those wanted
// returns: relation rows
MATCH (given:Entity {id: $about})
UNWIND given.clusterMembers AS member
MATCH (:Entity {id: member})<-[:ABOUT]-(:Claim)<-[:FROM|TO]-(self:ClaimRelation)
WHERE self.kind = 'CONTRADICTS' AND self.status IN $statuses
RETURN DISTINCT {{relation self}} AS relation
