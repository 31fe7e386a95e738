// Links each assertion to its passage: QUOTES.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link.from})
MATCH (to:Passage {id: link.to})
CREATE (from)-[new:QUOTES]->(to)
SET new += link.properties
