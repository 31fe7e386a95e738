// Links each source to its passage: DISCLAIMS_BY.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Source {id: link[0]})
MATCH (to:Passage {id: link[1]})
CREATE (from)-[:DISCLAIMS_BY]->(to)
