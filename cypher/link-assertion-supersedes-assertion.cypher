// Links each assertion to its assertion: SUPERSEDES.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link[0]})
MATCH (to:Assertion {id: link[1]})
CREATE (from)-[:SUPERSEDES]->(to)
