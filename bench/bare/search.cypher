// Twenty claims that hold a needle, the newest first.
// params: phrase: what the full-text index is asked; needle
// returns: a row for each
CALL db.index.fulltext.queryNodes('searchText', $phrase) YIELD node AS claim
WHERE claim.recordType = 'Claim' AND claim.searchText CONTAINS $needle
WITH claim
ORDER BY claim.recordedAt DESC, claim.id
LIMIT 20
RETURN claim.id, claim.slug, claim.texts[0], claim.language
