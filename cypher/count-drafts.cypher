// How many drafts there are, counted to 10,001.
// params: status, author: see fragments/draft-narrowing.cypher
// returns: [total]
MATCH (d:Draft)
WHERE {{draft-narrowing}}
WITH d LIMIT 10001
RETURN count(d) AS total
