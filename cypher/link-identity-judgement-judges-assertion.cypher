// Links each identity judgement to its assertion: JUDGES.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:IdentityJudgement {id: link.from})
MATCH (to:Assertion {id: link.to})
CREATE (from)-[new:JUDGES]->(to)
SET new += link.properties
