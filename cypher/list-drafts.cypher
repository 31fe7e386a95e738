// One page of drafts, by first recording, place and id.
// params: status, author: see fragments/draft-narrowing.cypher; and the page (see fragments/page.cypher)
// returns: [order key, draft row], in order
CALL () {
  MATCH (self:Draft)
  WHERE {{draft-narrowing}}
  WITH self.id AS id, self.place AS k
  {{page}}
}
UNWIND range(0, size(page) - 1) AS i
WITH i, page[i][0] AS id, page[i][1] AS k
MATCH (self:Draft {id: id})
RETURN k, {{draft self}} AS draft
ORDER BY i
