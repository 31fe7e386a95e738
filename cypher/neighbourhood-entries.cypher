// Every assertion of the claims, withdrawn ones too, as far as counting needs it.
// For claims and their neighbourhoods.
// params: ids: claim ids; hops: 1 to 4
// returns: [claim id, entry row]
{{neighbourhood}}
WITH DISTINCT id
MATCH (:Claim {id: id})<-[:ASSERTS]-(self:Assertion)-[:MADE_BY]->(speaker:Entity)
RETURN id, {{entry self}} AS entry
