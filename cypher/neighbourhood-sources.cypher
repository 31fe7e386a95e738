// The sources that the claims were made, read in or rest on, and all that those derive from.
// For claims and their neighbourhoods.
// params: ids: claim ids; hops: 1 to 4
// returns: [claim id, source row]
{{neighbourhood}}
WITH DISTINCT id
MATCH (:Claim {id: id})<-[:ASSERTS]-(:Assertion)-[:MADE_IN|READ_IN|BASED_ON]->(s:Source)
UNWIND s.lineage AS reached
WITH DISTINCT id, reached
MATCH (self:Source {id: reached})
RETURN id, {{source self}} AS source
