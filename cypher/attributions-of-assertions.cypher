// What each assertion is attributed to, its chain as far as it is known, its claim and its speaker.
// params: ids: assertion ids
// returns: [id, attributedToId, chain, claim id, speaker id]
UNWIND $ids AS id
MATCH (a:Assertion {id: id})
RETURN id, a.attributedToId AS attributedToId, a.chain AS chain, a.claimId AS claimId,
  head([(a)-[:MADE_BY]->(speaker:Entity) | speaker.id]) AS speakerId
