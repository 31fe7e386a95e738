// Links each assertion to its claim: ASSERTS.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link[0]})
MATCH (to:Claim {id: link[1]})
CREATE (from)-[:ASSERTS]->(to)
