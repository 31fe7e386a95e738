// The sources that the chains of each assertion were made, read in or rest on, and all that those derive from.
// params: ids: assertion ids
// returns: [assertion id, source row]
UNWIND $ids AS id
MATCH (t:Assertion {id: id})
UNWIND t.chain AS step
WITH DISTINCT id, step
MATCH (:Assertion {id: step})-[:MADE_IN|READ_IN|BASED_ON]->(s:Source)
UNWIND s.lineage AS reached
WITH DISTINCT id, reached
MATCH (self:Source {id: reached})
RETURN id, {{source self}} AS source
