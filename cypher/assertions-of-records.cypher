// The assertions whose found-by facts hang on passages, versions, sources or claims.
// params: ids: record ids
// returns: [assertion id], perhaps more than once
UNWIND $ids AS id
MATCH (:Passage {id: id})<-[:QUOTES]-(a:Assertion)
RETURN a.id AS assertionId
UNION
UNWIND $ids AS id
MATCH (:SourceVersion {id: id})<-[:OF]-(:Passage)<-[:QUOTES]-(a:Assertion)
RETURN a.id AS assertionId
UNION
UNWIND $ids AS id
MATCH (:Source {id: id})<-[:MADE_IN|READ_IN]-(a:Assertion)
RETURN a.id AS assertionId
UNION
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:ASSERTS]-(a:Assertion)
RETURN a.id AS assertionId
