// Links each confidential identity to the entity that it is of: IDENTIFIES.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:ConfidentialIdentity {id: link[0]})
MATCH (to:Entity {id: link[1]})
CREATE (from)-[:IDENTIFIES]->(to)
