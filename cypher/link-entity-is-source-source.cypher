// Links each entity to its source: IS_SOURCE.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Entity {id: link[0]})
MATCH (to:Source {id: link[1]})
CREATE (from)-[:IS_SOURCE]->(to)
