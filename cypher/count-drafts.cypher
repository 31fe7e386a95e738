// How many drafts there are, counted to 10,001.
// params: status, author: see fragments/draft-narrowing.cypher
// returns: [total]
MATCH (self:Draft)
WHERE {{draft-narrowing}}
WITH self LIMIT 10001
RETURN count(self) AS total
