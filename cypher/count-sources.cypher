// How many sources there are, counted to 10,001.
// params: the fields of the filter, see fragments for what narrows nothing
// returns: [total]
MATCH (s:Source)
WHERE {{source-narrowing}}
WITH s LIMIT 10001
RETURN count(s) AS total
