// How many speakers there are, counted to 10,001.
// params: the fields of the filter, see fragments for what narrows nothing
// returns: [total]
MATCH (e:Entity)
WHERE {{speaker-narrowing}}
WITH e LIMIT 10001
RETURN count(e) AS total
