// Links each assertion to its source: BASED_ON.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link[0]})
MATCH (to:Source {id: link[1]})
CREATE (from)-[new:BASED_ON]->(to)
SET new = link[2]
