// What the trails of assertions are drawn from: the assertions in the chain of each, withdrawn ones too, with what took
// the place of those, and the sources that all these were made, read in or rest on, with all that those derive from.
// params: ids: assertion ids
// returns: [assertion id, source rows, claims with their assertions as the fragment has them]
UNWIND $ids AS id
MATCH (a:Assertion {id: id})
UNWIND a.chain + a.reaches AS step
WITH DISTINCT id, step
MATCH (self:Assertion {id: step})-[:MADE_BY]->(speaker:Entity)
MATCH (self)-[:ASSERTS]->(claim:Claim)
{{trail-rows}}
