// Links each identity judgement to its assertion: JUDGES.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:IdentityJudgement {id: link[0]})
MATCH (to:Assertion {id: link[1]})
CREATE (from)-[:JUDGES]->(to)
