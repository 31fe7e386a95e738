// Which claims stand in the neighbourhood of which.
// params: ids: claim ids; hops: 1 to 4
// returns: [claim id, id of one in its neighbourhood]
{{neighbourhood}}
MATCH (near:Claim {id: id})
RETURN DISTINCT rootId, near.id AS id
