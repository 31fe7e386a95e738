// As fragments/assertion.cypher, without its claim; without its grounds and passages too, which then are not looked for, where
// `$whole` is false.
[{{sourced-assertion self}},
  [(self)-[link:BASED_ON]->(ground:Source) WHERE $whole | [link.position, {{source ground}}]],
  [(self)-[link:QUOTES]->(passage:Passage)-[:OF]->(version:SourceVersion) WHERE $whole |
    [link.position, {{passage passage}}, {{passage-version version}}]]]
