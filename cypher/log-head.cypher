// Where the log stands.
// params: none
// returns: [sequence, hash, recordedAt] of the last activity, number and hash of the last aside (null where there is none); no row in a store that is not migrated
MATCH (head:LogHead {id: 'head'})
RETURN head.sequence AS sequence, head.hash AS hash, head.recordedAt AS recordedAt,
  head.asides AS asides, head.asidesHash AS asidesHash
