// One page of speakers, by first recording, place and id.
// params: the fields of the filter, see fragments for what narrows nothing; and the page (see fragments/page.cypher)
// returns: [order key, entity row], in order
CALL () {
  MATCH (e:Entity)
  WHERE {{speaker-narrowing}}
  WITH e.id AS id, e.place AS k
  {{page}}
}
UNWIND range(0, size(page) - 1) AS i
WITH i, page[i][0] AS id, page[i][1] AS k
MATCH (self:Entity {id: id})
RETURN k, {{entity self}} AS entity
ORDER BY i
