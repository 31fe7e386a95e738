// The claims `$ids`, as `root`, and the ids of those that confirmed relations lead to within `$hops` (1 to 4), as `id`.
UNWIND $ids AS rootId
MATCH (root:Claim {id: rootId})
WITH root,
  [(root)<-[:FROM|TO]-(r:ClaimRelation)-[:FROM|TO]->(near:Claim)
    WHERE $hops >= 1 AND r.status = 'CONFIRMED' | near.id] AS one,
  [(root)<-[:FROM|TO]-(r:ClaimRelation)-[:FROM|TO]->(:Claim)<-[:FROM|TO]-(t:ClaimRelation)-[:FROM|TO]->(near:Claim)
    WHERE $hops >= 2 AND r.status = 'CONFIRMED' AND t.status = 'CONFIRMED' | near.id] AS two,
  [(root)<-[:FROM|TO]-(r:ClaimRelation)-[:FROM|TO]->(:Claim)<-[:FROM|TO]-(t:ClaimRelation)-[:FROM|TO]->(:Claim)<-[:FROM|TO]-(u:ClaimRelation)-[:FROM|TO]->(near:Claim)
    WHERE $hops >= 3 AND r.status = 'CONFIRMED' AND t.status = 'CONFIRMED' AND u.status = 'CONFIRMED' | near.id] AS three,
  [(root)<-[:FROM|TO]-(r:ClaimRelation)-[:FROM|TO]->(:Claim)<-[:FROM|TO]-(t:ClaimRelation)-[:FROM|TO]->(:Claim)<-[:FROM|TO]-(u:ClaimRelation)-[:FROM|TO]->(:Claim)<-[:FROM|TO]-(v:ClaimRelation)-[:FROM|TO]->(near:Claim)
    WHERE $hops >= 4 AND r.status = 'CONFIRMED' AND t.status = 'CONFIRMED' AND u.status = 'CONFIRMED'
      AND v.status = 'CONFIRMED' | near.id] AS four
UNWIND [root.id] + one + two + three + four AS id
