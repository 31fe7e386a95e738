// Links each passage to its source version: OF.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Passage {id: link.from})
MATCH (to:SourceVersion {id: link.to})
CREATE (from)-[new:OF]->(to)
SET new += link.properties
