// Links each claim to its date: CONCERNS.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Claim {id: link.from})
MATCH (to:Date {edtf: link.to})
CREATE (from)-[new:CONCERNS]->(to)
SET new += link.properties
