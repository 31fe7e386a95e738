// Links each entity to its entity: AFFILIATED_WITH.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Entity {id: link[0]})
MATCH (to:Entity {id: link[1]})
CREATE (from)-[new:AFFILIATED_WITH]->(to)
SET new = link[2]
