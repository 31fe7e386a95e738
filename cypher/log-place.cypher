// The last instants at which something was recorded, and at which the hour let the public see something.
// params: none
// returns: [recordedAt, shownAt], each null where nothing was; no row in a store that is not migrated
MATCH (head:LogHead {id: 'head'})
RETURN head.recordedAt AS recordedAt, head.shownAt AS shownAt
