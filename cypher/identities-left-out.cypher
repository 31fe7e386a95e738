// The last activity whose confidential identities were left out when the store was restored.
// params: none
// returns: [its number], null where none were
MATCH (head:LogHead {id: 'head'})
RETURN head.identitiesLeftOutUpTo AS upTo
