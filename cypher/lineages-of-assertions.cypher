// The sources that the chains of each assertion were made, read in or rest on, and all that those derive from.
// params: ids: assertion ids
// returns: [assertion id, source row]
UNWIND $ids AS id
MATCH (t:Assertion {id: id})
UNWIND t.chain AS link
WITH DISTINCT id, link
MATCH (:Assertion {id: link})-[:MADE_IN|READ_IN|BASED_ON]->(s:Source)
UNWIND s.lineage AS reached
WITH DISTINCT id, reached
MATCH (self:Source {id: reached})
RETURN id, {{source self}} AS source
