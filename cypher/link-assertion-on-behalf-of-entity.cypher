// Links each assertion to its entity: ON_BEHALF_OF.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link[0]})
MATCH (to:Entity {id: link[1]})
CREATE (from)-[:ON_BEHALF_OF]->(to)
