// Pages of the passages of each source, by where they start.
// params: anchors: [{key, ids}]; and the page (see fragments/page.cypher)
// returns: [anchor key, order key, passage row], in order
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (:Source {id: start})<-[:VERSION_OF]-(:SourceVersion)<-[:OF]-(p:Passage)
  WITH DISTINCT p.id AS id, p.startKey AS k
  {{page}}
}
UNWIND range(0, size(page) - 1) AS i
WITH anchor.key AS key, i, page[i][0] AS id, page[i][1] AS k
MATCH (self:Passage {id: id})-[:OF]->(version:SourceVersion)
RETURN key, k, [{{passage self}}, {{passage-version version}}] AS passage
ORDER BY key, i
