// How what the public sees stands: nothing that it is shown changes while this row stays the same.
// params: none
// returns: [sequence, hash] of the last activity, turnedAt and shownAt (instants, null for never), split, nextEmbargoEnd (instant, empty or null for none); no row in a store that is not migrated
MATCH (head:LogHead {id: 'head'})
RETURN head.sequence AS sequence, head.hash AS hash, head.turnedAt AS turnedAt, head.shownAt AS shownAt,
  head.split AS split, head.nextEmbargoEnd AS nextEmbargoEnd
