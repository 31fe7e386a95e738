// Links each assertion to its source: MADE_IN.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link.from})
MATCH (to:Source {id: link.to})
CREATE (from)-[new:MADE_IN]->(to)
SET new += link.properties
