// Links each review to its entity: REVIEWED_BY.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Review {id: link[0]})
MATCH (to:Entity {id: link[1]})
CREATE (from)-[:REVIEWED_BY]->(to)
