// How many passages each source has, counted to 10,001.
// params: anchors: [{key, ids}]
// returns: [anchor key, total]
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (:Source {id: start})<-[:VERSION_OF]-(:SourceVersion)<-[:OF]-(p:Passage)
  WITH DISTINCT p LIMIT 10001
  RETURN count(p) AS total
}
RETURN anchor.key AS key, total
