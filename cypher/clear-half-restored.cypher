// Takes away some of what a restore that came to no end has left.
// params: limit
// returns: [how many nodes]
MATCH (n)
WHERE NOT n:Migration AND NOT n:LogHead AND NOT n:Key AND NOT n:Restore
WITH n
LIMIT $limit
DETACH DELETE n
RETURN count(*) AS cleared
