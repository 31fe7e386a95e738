// Takes the head of the log and holds it to the commit.
// params: requestKey: who takes it
// returns: [sequence, hash, recordedAt] of the last activity, when the hour last let the public see something, up to which
//   activity confidential identities were left out (null where none were), who makes the full view (null for nobody), number
//   and hash of the last aside (null where there is none); no row in a store that is not migrated
MATCH (head:LogHead {id: 'head'})
SET head.lockedBy = $requestKey
RETURN head.sequence AS sequence, head.hash AS hash, head.recordedAt AS recordedAt, head.shownAt AS shownAt,
  head.identitiesLeftOutUpTo AS identitiesLeftOutUpTo, head.viewMaker AS viewMaker,
  head.asides AS asides, head.asidesHash AS asidesHash
