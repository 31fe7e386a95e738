// Writes down that nobody makes the full view any more: it is there.
// params: none
// returns: nothing
MATCH (head:LogHead {id: 'head'})
SET head.viewMaker = null, head.viewMakerSeen = null
