// Links each source version to its source: VERSION_OF.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:SourceVersion {id: link.from})
MATCH (to:Source {id: link.to})
CREATE (from)-[new:VERSION_OF]->(to)
SET new += link.properties
