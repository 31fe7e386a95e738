// Links each claim relation to its assertion: ASSERTED_BY.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:ClaimRelation {id: link[0]})
MATCH (to:Assertion {id: link[1]})
CREATE (from)-[new:ASSERTED_BY]->(to)
SET new = link[2]
