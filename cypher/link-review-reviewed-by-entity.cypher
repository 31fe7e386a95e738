// Links each review to its entity: REVIEWED_BY.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Review {id: link.from})
MATCH (to:Entity {id: link.to})
CREATE (from)-[new:REVIEWED_BY]->(to)
SET new += link.properties
