// The assertions of other claims that a chain or a copy of theirs leads to.
// params: ids: claim ids
// returns: [claim id, entry row]
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:ASSERTS]-(a:Assertion)
UNWIND a.reaches AS reached
WITH DISTINCT id, reached
MATCH (self:Assertion {id: reached})-[:MADE_BY]->(speaker:Entity)
WHERE self.claimId <> id
RETURN id, {{entry self}} AS entry
