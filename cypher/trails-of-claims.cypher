// What the trails of claims are drawn from: the assertions in the chains of all that is currently asserted of each, with
// what took the place of those, and the sources that all these were made, read in or rest on, with all that those derive
// from.
// params: ids: claim ids
// returns: [claim id, source rows, claims with their assertions as the fragment has them]
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:ASSERTS]-(a:Assertion)
WHERE a.current
UNWIND a.chain + a.reaches AS step
WITH DISTINCT id, step
MATCH (self:Assertion {id: step})-[:MADE_BY]->(speaker:Entity)
MATCH (self)-[:ASSERTS]->(claim:Claim)
{{trail-rows}}
