// As fragments/assertion.cypher, without its claim and its speaker; without its grounds and passages too, which then are not
// looked for, where `$whole` is false.
[{{assertion-beside self}},
  [(self)-[link:BASED_ON]->(ground:Source) WHERE $whole | [link.position, {{source ground}}]],
  [(self)-[link:QUOTES]->(passage:Passage)-[:OF]->(version:SourceVersion) WHERE $whole |
    [link.position, {{passage passage}}, {{passage-version version}}]]]
