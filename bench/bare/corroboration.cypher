// Every current assertion of a claim, as far as counting needs it.
// params: id
// returns: a row for each
MATCH (:Claim {id: $id})<-[:ASSERTS]-(a:Assertion)-[:MADE_BY]->(speaker:Entity)
WHERE a.current AND NOT a.withdrawn
RETURN a.id, a.stance, a.basis, a.attributedToId, a.sourceId, a.readInIds,
  speaker.id, speaker.kind, speaker.anonymity, speaker.nameTexts[0],
  head([(a)-[:ON_BEHALF_OF]->(body:Entity) | body.id])
