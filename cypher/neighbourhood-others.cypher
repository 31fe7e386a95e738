// The assertions of other claims that a chain or a copy of theirs leads to.
// For claims and their neighbourhoods.
// params: ids: claim ids; hops: 1 to 4
// returns: [claim id, entry row]
{{neighbourhood}}
WITH DISTINCT id
MATCH (:Claim {id: id})<-[:ASSERTS]-(a:Assertion)
UNWIND a.reaches AS reached
WITH DISTINCT id, reached
MATCH (self:Assertion {id: reached})-[:MADE_BY]->(speaker:Entity)
WHERE self.claimId <> id
RETURN id, {{entry self}} AS entry
