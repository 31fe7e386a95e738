// Links each assertion to its source: READ_IN.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link.from})
MATCH (to:Source {id: link.to})
CREATE (from)-[new:READ_IN]->(to)
SET new += link.properties
