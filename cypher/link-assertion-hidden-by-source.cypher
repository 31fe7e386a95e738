// Links each erased assertion to a source whose words it quoted while that was hidden: HIDDEN_BY.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link[0]})
MATCH (to:Source {id: link[1]})
CREATE (from)-[new:HIDDEN_BY]->(to)
SET new = link[2]
