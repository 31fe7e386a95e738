// The nodes of records in a view, as they are.
// params: ids
// returns: id, labels, properties, links: [type, labels of its end, id or date of its end, properties]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, labels(n) AS labels, properties(n) AS properties,
  [(n)-[link]->(target) | [type(link), labels(target), coalesce(target.id, target.edtf), properties(link)]] AS links
UNION ALL
UNWIND $ids AS id
MATCH (n:Source {id: id})
RETURN id, labels(n) AS labels, properties(n) AS properties,
  [(n)-[link]->(target) | [type(link), labels(target), coalesce(target.id, target.edtf), properties(link)]] AS links
UNION ALL
UNWIND $ids AS id
MATCH (n:SourceVersion {id: id})
RETURN id, labels(n) AS labels, properties(n) AS properties,
  [(n)-[link]->(target) | [type(link), labels(target), coalesce(target.id, target.edtf), properties(link)]] AS links
UNION ALL
UNWIND $ids AS id
MATCH (n:Passage {id: id})
RETURN id, labels(n) AS labels, properties(n) AS properties,
  [(n)-[link]->(target) | [type(link), labels(target), coalesce(target.id, target.edtf), properties(link)]] AS links
UNION ALL
UNWIND $ids AS id
MATCH (n:Claim {id: id})
RETURN id, labels(n) AS labels, properties(n) AS properties,
  [(n)-[link]->(target) | [type(link), labels(target), coalesce(target.id, target.edtf), properties(link)]] AS links
UNION ALL
UNWIND $ids AS id
MATCH (n:Assertion {id: id})
RETURN id, labels(n) AS labels, properties(n) AS properties,
  [(n)-[link]->(target) | [type(link), labels(target), coalesce(target.id, target.edtf), properties(link)]] AS links
UNION ALL
UNWIND $ids AS id
MATCH (n:ClaimRelation {id: id})
RETURN id, labels(n) AS labels, properties(n) AS properties,
  [(n)-[link]->(target) | [type(link), labels(target), coalesce(target.id, target.edtf), properties(link)]] AS links
UNION ALL
UNWIND $ids AS id
MATCH (n:Review {id: id})
RETURN id, labels(n) AS labels, properties(n) AS properties,
  [(n)-[link]->(target) | [type(link), labels(target), coalesce(target.id, target.edtf), properties(link)]] AS links
UNION ALL
UNWIND $ids AS id
MATCH (n:IdentityJudgement {id: id})
RETURN id, labels(n) AS labels, properties(n) AS properties,
  [(n)-[link]->(target) | [type(link), labels(target), coalesce(target.id, target.edtf), properties(link)]] AS links
UNION ALL
UNWIND $ids AS id
MATCH (n:ReplyRequest {id: id})
RETURN id, labels(n) AS labels, properties(n) AS properties,
  [(n)-[link]->(target) | [type(link), labels(target), coalesce(target.id, target.edtf), properties(link)]] AS links
