// Links each claim relation to its assertion: ASSERTED_BY.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:ClaimRelation {id: link.from})
MATCH (to:Assertion {id: link.to})
CREATE (from)-[new:ASSERTED_BY]->(to)
SET new += link.properties
