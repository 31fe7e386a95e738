// Links each assertion to its date: SAID_ON.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link.from})
MATCH (to:Date {edtf: link.to})
CREATE (from)-[new:SAID_ON]->(to)
SET new += link.properties
