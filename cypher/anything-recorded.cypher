// Whether the store holds anything beside its schema's history, the head of its log, keys and the mark of a restore.
// params: none
// returns: [true]; no row in an empty store
MATCH (n)
WHERE NOT n:Migration AND NOT n:LogHead AND NOT n:Key AND NOT n:Restore
RETURN true AS anything
LIMIT 1
