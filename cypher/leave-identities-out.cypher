// Keeps with the head of the log up to which activity confidential identities were left out.
// params: upTo: its number
// returns: nothing
MATCH (head:LogHead {id: 'head'})
SET head.identitiesLeftOutUpTo = $upTo
