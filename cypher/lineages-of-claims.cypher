// The sources that the chains of each claim were made, read in or rest on, and all that those derive from.
// params: ids: claim ids
// returns: [claim id, source row]
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:ASSERTS]-(t:Assertion)
UNWIND t.chain AS step
WITH DISTINCT id, step
MATCH (:Assertion {id: step})-[:MADE_IN|READ_IN|BASED_ON]->(s:Source)
UNWIND s.lineage AS reached
WITH DISTINCT id, reached
MATCH (self:Source {id: reached})
RETURN id, {{source self}} AS source
