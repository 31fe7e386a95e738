// Links each state to the draft that it is of.
// params: links: [{from, to}]
// returns: nothing
UNWIND $links AS link
MATCH (state:State {id: link.from})
MATCH (n:Draft {id: link.to})
CREATE (state)-[:STATE_OF]->(n)
