// An assertion with its claim, speaker, body spoken for, source, grounds and passages, as a positional row. `self` is the
// assertion, `speaker` and `claim` are bound beside it.
[{{claim claim}}, {{entity speaker}}, {{assertion-beside self}},
  [(self)-[link:BASED_ON]->(ground:Source) | [link.position, {{source ground}}]],
  [(self)-[link:QUOTES]->(passage:Passage)-[:OF]->(version:SourceVersion) |
    [link.position, {{passage passage}}, {{passage-version version}}]]]
