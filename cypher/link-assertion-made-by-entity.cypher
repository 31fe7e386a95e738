// Links each assertion to its entity: MADE_BY.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link[0]})
MATCH (to:Entity {id: link[1]})
CREATE (from)-[:MADE_BY]->(to)
