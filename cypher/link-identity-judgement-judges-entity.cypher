// Links each identity judgement to its entity: JUDGES.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:IdentityJudgement {id: link.from})
MATCH (to:Entity {id: link.to})
CREATE (from)-[new:JUDGES]->(to)
SET new += link.properties
