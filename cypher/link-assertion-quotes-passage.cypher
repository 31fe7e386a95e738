// Links each assertion to its passage: QUOTES.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link[0]})
MATCH (to:Passage {id: link[1]})
CREATE (from)-[new:QUOTES]->(to)
SET new = link[2]
