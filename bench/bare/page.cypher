// Fifty claims after a place, newest first, with how many current assertions each has.
// params: key, id: the order key and the id that the page comes after
// returns: a row for each of up to 51 claims
MATCH (claim:Claim)
WHERE claim.recordedAt <= $key
WITH claim, claim.recordedAt AS key, claim.id AS id
WHERE key < $key OR id > $id
WITH claim, key, id
ORDER BY key DESC, id
LIMIT 51
RETURN id, claim.slug, claim.texts[0], claim.language, claim.nature, claim.status,
  claim.concernsEdtf, claim.concernsEarliest, claim.concernsLatest, claim.assertionCountKey
ORDER BY key DESC, id
