// All that is recorded of each `claim` with its `id`, beside which `rootIds` is bound, as far as counting, heading and
// drawing it needs it: the claim; its assertions, withdrawn ones too; the assertions of other claims that a chain or a copy
// of theirs leads to; the judgements that join or part the clusters of those who speak, and those between its assertions;
// its relations, and of the claims that they join to it those that lapsed (all support was withdrawn, or whoever affirmed
// them took it back); its reviews; the sources that it was made or read in or rests on; all that those derive from, some of
// which may be among them; who published any of these.
CALL (claim) {
  MATCH (claim)<-[:ASSERTS]-(self:Assertion)-[:MADE_BY]->(speaker:Entity)
  RETURN collect({{entry self}}) AS entries
}
CALL (id, claim) {
  MATCH (claim)<-[:ASSERTS]-(a:Assertion)
  UNWIND a.reaches AS reached
  WITH DISTINCT id, reached
  MATCH (self:Assertion {id: reached})-[:MADE_BY]->(speaker:Entity)
  WHERE self.claimId <> id
  RETURN collect({{entry self}}) AS others
}
CALL (claim) {
  MATCH (claim)<-[:ASSERTS]-(:Assertion)-[:MADE_BY|ON_BEHALF_OF]->(speaker:Entity)
  WITH DISTINCT speaker
  UNWIND speaker.clusterMembers AS member
  WITH DISTINCT member
  MATCH (one:Entity {id: member})<-[:JUDGES]-(j:IdentityJudgement)-[:JUDGES]->(other:Entity)
  RETURN collect(DISTINCT [j.verdict, one.clusterId, other.clusterId, j.recordedAt, j.position, j.betweenIds])
    AS speakerJudgements
}
CALL (claim) {
  MATCH (claim)<-[:ASSERTS]-(one:Assertion)<-[:JUDGES]-(j:IdentityJudgement)-[:JUDGES]->(other:Assertion)
  RETURN collect(DISTINCT [j.verdict, one.id, other.id, j.recordedAt, j.position, j.betweenIds]) AS assertionJudgements
}
CALL (claim) {
  MATCH (claim)<-[:FROM|TO]-(self:ClaimRelation)
  RETURN collect(DISTINCT {{relation self}}) AS relations
}
CALL (claim) {
  MATCH (claim)<-[:FROM|TO]-(:ClaimRelation)-[:FROM|TO]->(other:Claim)
  WHERE other.status IN ['WITHDRAWN', 'UNSOURCED']
  WITH other, [(other)<-[:ASSERTS]-(a:Assertion) | a.stance = 'AFFIRMS' AND a.current] AS affirms
  WHERE other.status = 'WITHDRAWN' OR true IN affirms
  RETURN collect(DISTINCT other.id) AS lapsed
}
CALL (claim) {
  MATCH (claim)<-[:OF_CLAIM]-(self:Review)
  RETURN collect({{review self}}) AS reviews
}
CALL (claim) {
  MATCH (claim)<-[:ASSERTS]-(:Assertion)-[:MADE_IN|READ_IN|BASED_ON]->(self:Source)
  WITH DISTINCT self
  RETURN collect({{source self}}) AS near, collect(self.publisherId) AS ofNear, collect(tail(self.lineage)) AS lineages
}
CALL (lineages) {
  UNWIND lineages AS lineage
  UNWIND lineage AS reached
  WITH DISTINCT reached
  MATCH (self:Source {id: reached})
  RETURN collect({{source self}}) AS far, collect(self.publisherId) AS ofFar
}
CALL (ofNear, ofFar) {
  UNWIND ofNear + ofFar AS published
  WITH DISTINCT published
  MATCH (self:Entity {id: published})
  RETURN collect({{entity self}}) AS publishers
}
RETURN rootIds, {{claim claim}} AS claim, entries, others, speakerJudgements, assertionJudgements, relations, lapsed,
  reviews, near, far, publishers
