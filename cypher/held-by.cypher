// What each entity, one judged the same, or whoever speaks for it has held: current origins and endorsements.
// params: ids: entity ids
// returns: [entity id, entry row]
UNWIND $ids AS id
MATCH (given:Entity {id: id})
UNWIND given.clusterMembers AS member
MATCH (:Entity {id: member})<-[:MADE_BY|ON_BEHALF_OF]-(self:Assertion)
WITH DISTINCT id, self
// Apart from the pattern above, which would not use one MADE_BY twice.
MATCH (self)-[:MADE_BY]->(speaker:Entity)
WHERE self.current AND (self.origin OR self.commitment = 'ENDORSES')
RETURN id, {{entry self}} AS entry
