// Whether there is a full view beside the public one, when the next embargo ends, and when the public last came to see, or
// to see no longer, what was recorded before.
// params: none
// returns: split (null for no), nextEmbargoEnd (instant, empty or null for none), turnedAt (instant, null for never),
//   viewMaker: who makes the full view, or was cut off while they did (null for nobody)
MATCH (head:LogHead {id: 'head'})
RETURN head.split AS split, head.nextEmbargoEnd AS nextEmbargoEnd, head.turnedAt AS turnedAt, head.viewMaker AS viewMaker
