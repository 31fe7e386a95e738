// The reviews of the claims.
// For claims and their neighbourhoods.
// params: ids: claim ids; hops: 1 to 4
// returns: [claim id, review row]
{{neighbourhood}}
WITH DISTINCT id
MATCH (:Claim {id: id})<-[:OF_CLAIM]-(self:Review)
RETURN id, {{review self}} AS review
