// Links each assertion to its assertion: ATTRIBUTED_TO.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link[0]})
MATCH (to:Assertion {id: link[1]})
CREATE (from)-[:ATTRIBUTED_TO]->(to)
