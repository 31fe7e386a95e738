// Links each request for a reply to the assertion that it puts: PUTS.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:ReplyRequest {id: link.from})
MATCH (to:Assertion {id: link.to})
CREATE (from)-[new:PUTS]->(to)
SET new += link.properties
