// A page of the asides, in order.
// params: after: the number after which it starts; limit
// returns: [number, commitment, hash, salt, what it is: ['Request'] or ['Edition']; of a request its key, hash of the input
//   or '', how many records stood as they were, id of what it is about or ''; of an edition record id, namespace of the
//   bundle, whether the record came in it, what it said (JSON)]
MATCH (aside:Aside)
WHERE aside.number > $after
RETURN aside.number AS number, aside.commitment AS commitment, aside.hash AS hash, aside.salt AS salt,
  [label IN labels(aside) WHERE label <> 'Aside'] AS kinds, aside.key AS key, aside.inputHash AS inputHash,
  aside.unchanged AS unchanged, aside.about AS about, aside.recordId AS recordId, aside.bundle AS bundle,
  aside.own AS own, aside.said AS said
ORDER BY number
LIMIT $limit
