// Links each source to its entity: PUBLISHED_BY.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Source {id: link[0]})
MATCH (to:Entity {id: link[1]})
CREATE (from)-[:PUBLISHED_BY]->(to)
