// Links each assertion to its source: MADE_IN.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link[0]})
MATCH (to:Source {id: link[1]})
CREATE (from)-[:MADE_IN]->(to)
