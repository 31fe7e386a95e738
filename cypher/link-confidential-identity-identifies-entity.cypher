// Links each confidential identity to the entity that it is of: IDENTIFIES.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:ConfidentialIdentity {id: link.from})
MATCH (to:Entity {id: link.to})
CREATE (from)-[new:IDENTIFIES]->(to)
SET new += link.properties
