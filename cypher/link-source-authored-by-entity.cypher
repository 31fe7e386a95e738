// Links each source to its entity: AUTHORED_BY.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Source {id: link[0]})
MATCH (to:Entity {id: link[1]})
CREATE (from)-[new:AUTHORED_BY]->(to)
SET new = link[2]
