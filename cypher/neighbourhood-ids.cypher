// Which claims stand in the neighbourhood of which.
// params: ids: claim ids; hops: 1 to 4
// returns: [claim id, id of one in its neighbourhood]
{{neighbourhood}}
RETURN DISTINCT rootId, id
