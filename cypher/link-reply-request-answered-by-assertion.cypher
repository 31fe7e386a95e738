// Links each request for a reply to its answer: ANSWERED_BY.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:ReplyRequest {id: link.from})
MATCH (to:Assertion {id: link.to})
CREATE (from)-[new:ANSWERED_BY]->(to)
SET new += link.properties
