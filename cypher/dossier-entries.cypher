// Every assertion of the claims, withdrawn ones too, as far as counting needs it.
// params: ids: claim ids
// returns: [claim id, entry row]
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:ASSERTS]-(self:Assertion)-[:MADE_BY]->(speaker:Entity)
RETURN id, {{entry self}} AS entry
