// Links each state to the source version that it is of.
// params: links: [{from, to}]
// returns: nothing
UNWIND $links AS link
MATCH (state:State {id: link.from})
MATCH (n:SourceVersion {id: link.to})
CREATE (state)-[:STATE_OF]->(n)
