// Says which aside is the last.
// params: asides: its number; asidesHash
// returns: nothing
MATCH (head:LogHead {id: 'head'})
SET head.asides = $asides, head.asidesHash = $asidesHash
