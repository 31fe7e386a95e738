// Pages of claims of the whole graph that nothing narrows, newest first: what a front page asks, for several who ask at once.
// params: places: [{key, latest, beyondId}] one for each page wanted: its number, the order key that it begins at or after,
//   and the id that it comes after among those of that key ('' for none); limit: how many claims each has at the most
// returns: [the page's number, its claims in no order: [order key, claim row]]
// The key and the id are compared under names of their own: as properties the planner would look in two indexes for the two
// halves of the OR.
UNWIND $places AS place
CALL (place) {
  MATCH (c:Claim)
  WHERE c.recordedAt <= place.latest
  WITH place, c AS self, c.recordedAt AS k, c.id AS id
  WHERE k < place.latest OR id > place.beyondId
  WITH self, k, id
  ORDER BY k DESC, id
  LIMIT $limit
  RETURN self, k
}
RETURN place.key AS key, collect([k, {{claim self}}]) AS claims
