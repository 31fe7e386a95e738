// Links each entity to its source: IS_SOURCE.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Entity {id: link.from})
MATCH (to:Source {id: link.to})
CREATE (from)-[new:IS_SOURCE]->(to)
SET new += link.properties
