// Links each claim to its entity: ABOUT.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Claim {id: link.from})
MATCH (to:Entity {id: link.to})
CREATE (from)-[new:ABOUT]->(to)
SET new += link.properties
