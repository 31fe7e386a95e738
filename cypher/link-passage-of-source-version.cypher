// Links each passage to its source version: OF.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Passage {id: link[0]})
MATCH (to:SourceVersion {id: link[1]})
CREATE (from)-[:OF]->(to)
