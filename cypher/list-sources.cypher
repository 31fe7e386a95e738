// One page of sources, by first recording, place and id.
// params: the fields of the filter, see fragments for what narrows nothing; and the page (see fragments/page.cypher)
// returns: [order key, source row], in order
CALL () {
  MATCH (s:Source)
  WHERE {{source-narrowing}}
  WITH s.id AS id, s.place AS k
  {{page}}
}
UNWIND range(0, size(page) - 1) AS i
WITH i, page[i][0] AS id, page[i][1] AS k
MATCH (self:Source {id: id})
RETURN k, {{source self}} AS source
ORDER BY i
