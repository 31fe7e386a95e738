// Links each state to the confidential identity that it is of.
// params: links: [{from, to}]
// returns: nothing
UNWIND $links AS link
MATCH (state:State {id: link.from})
MATCH (n:ConfidentialIdentity {id: link.to})
CREATE (state)-[:STATE_OF]->(n)
