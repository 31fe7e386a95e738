// Fifty claims after a place, newest first, with how many current assertions each has.
// params: key, id: the order key and the id that the page comes after
// returns: a row for each of up to 51 claims
MATCH (claim:Claim)
WHERE claim.recordedAt <= $key AND (claim.recordedAt < $key OR claim.id > $id)
WITH claim
ORDER BY claim.recordedAt DESC, claim.id
LIMIT 51
RETURN claim.id, claim.slug, claim.texts[0], claim.language, claim.nature, claim.status,
  claim.concernsEdtf, claim.concernsEarliest, claim.concernsLatest,
  COUNT { (claim)<-[:ASSERTS]-(a:Assertion) WHERE a.current AND NOT a.withdrawn }
