// Links each source to its source: DERIVED_FROM.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Source {id: link[0]})
MATCH (to:Source {id: link[1]})
CREATE (from)-[new:DERIVED_FROM]->(to)
SET new = link[2]
