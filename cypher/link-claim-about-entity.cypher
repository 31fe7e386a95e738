// Links each claim to its entity: ABOUT.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Claim {id: link[0]})
MATCH (to:Entity {id: link[1]})
CREATE (from)-[new:ABOUT]->(to)
SET new = link[2]
