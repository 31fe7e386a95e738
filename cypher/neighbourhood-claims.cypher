// The claims themselves.
// For claims and their neighbourhoods.
// params: ids: claim ids; hops: 1 to 4
// returns: [claim id, claim row]
{{neighbourhood}}
WITH DISTINCT id
MATCH (self:Claim {id: id})
RETURN id, {{claim self}} AS claim
