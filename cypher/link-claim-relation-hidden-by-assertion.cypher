// Links each erased claim relation to an assertion that drew it while that was hidden: HIDDEN_BY.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:ClaimRelation {id: link[0]})
MATCH (to:Assertion {id: link[1]})
CREATE (from)-[new:HIDDEN_BY]->(to)
SET new = link[2]
