// What each assertion is attributed to, and its chain as far as it is known.
// params: ids: assertion ids
// returns: [id, attributedToId, chain]
UNWIND $ids AS id
MATCH (a:Assertion {id: id})
RETURN id, a.attributedToId AS attributedToId, a.chain AS chain
