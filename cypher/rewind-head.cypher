// Puts the head of the log back to its beginning.
// params: hash: the hash before the first activity
// returns: nothing
MATCH (head:LogHead {id: 'head'})
SET head.sequence = 0, head.hash = $hash, head.recordedAt = null, head.lockedBy = null,
  head.split = null, head.nextEmbargoEnd = null, head.identitiesLeftOutUpTo = null, head.shownAt = null,
  head.turnedAt = null, head.viewChangesHash = null, head.viewsSeal = null, head.viewMaker = null, head.viewMakerSeen = null,
  head.asides = null, head.asidesHash = null
