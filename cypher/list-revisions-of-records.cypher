// Pages of the states of each record, the last one first, with the activity that wrote each.
// params: anchors: [{key, ids}]; upTo: the instant by which they were recorded; and the page (see fragments/page.cypher)
// returns: [anchor key, order key, state id, version, from, to, method, payload, activity id, by, title, callerId], in order
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (s:State {of: start})
  WHERE s.from <= $upTo
  WITH s.id AS id, s.from AS k
  {{page}}
}
UNWIND range(0, size(page) - 1) AS i
WITH anchor.key AS key, i, page[i][0] AS id, page[i][1] AS k
MATCH (a:Activity)-[:CHANGED]->(s:State {id: id})
RETURN key, k, id, s.version AS version, s.from AS from, s.to AS to, s.method AS method, s.payload AS payload,
  a.id AS activityId, a.by AS by, a.title AS title, a.callerId AS callerId
ORDER BY key, i
