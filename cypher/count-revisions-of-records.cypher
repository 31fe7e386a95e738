// How many states each record has had, counted to 10,001.
// params: anchors: [{key, ids}]; upTo: the instant by which they were recorded
// returns: [anchor key, total]
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (s:State {of: start})
  WHERE s.from <= $upTo
  WITH s LIMIT 10001
  RETURN count(s) AS total
}
RETURN anchor.key AS key, total
