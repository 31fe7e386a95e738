// The chain of each assertion, and what it copies.
// params: ids: assertion ids
// returns: [id, chain, id of what it copies, null for none]
UNWIND $ids AS id
MATCH (a:Assertion {id: id})
RETURN id, a.chain AS chain, a.copyOfId AS copyOfId
