// Links each request for a reply to whom it asks: ASKED_OF.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:ReplyRequest {id: link.from})
MATCH (to:Entity {id: link.to})
CREATE (from)-[new:ASKED_OF]->(to)
SET new += link.properties
