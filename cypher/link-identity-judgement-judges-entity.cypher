// Links each identity judgement to its entity: JUDGES.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:IdentityJudgement {id: link[0]})
MATCH (to:Entity {id: link[1]})
CREATE (from)-[:JUDGES]->(to)
