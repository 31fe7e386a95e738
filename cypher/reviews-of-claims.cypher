// The reviews of each claim.
// params: ids: claim ids
// returns: [claim id, review row]
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:OF_CLAIM]-(self:Review)
RETURN id, {{review self}} AS review
