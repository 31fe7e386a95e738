// Links each source version to its source: VERSION_OF.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:SourceVersion {id: link[0]})
MATCH (to:Source {id: link[1]})
CREATE (from)-[:VERSION_OF]->(to)
