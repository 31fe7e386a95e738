// Links each assertion to its date: SAID_ON.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link[0]})
MATCH (to:Date {edtf: link[1]})
CREATE (from)-[new:SAID_ON]->(to)
SET new = link[2]
