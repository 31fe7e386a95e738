// Links each assertion to its claim: ASSERTS.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link.from})
MATCH (to:Claim {id: link.to})
CREATE (from)-[new:ASSERTS]->(to)
SET new += link.properties
