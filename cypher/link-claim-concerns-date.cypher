// Links each claim to its date: CONCERNS.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Claim {id: link[0]})
MATCH (to:Date {edtf: link[1]})
CREATE (from)-[new:CONCERNS]->(to)
SET new = link[2]
