// Links each state to the request for a reply that it is of.
// params: links: [{from, to}]
// returns: nothing
UNWIND $links AS link
MATCH (state:State {id: link.from})
MATCH (n:ReplyRequest {id: link.to})
CREATE (state)-[:STATE_OF]->(n)
