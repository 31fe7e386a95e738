// What a speaker said within days is found by the speaker and the day; this engine has no index of two properties.
MATCH (a:Assertion)-[:MADE_BY]->(speaker:Entity) WHERE a.speakerId IS NULL SET a.speakerId = speaker.id;
MATCH (a:FullAssertion)-[:MADE_BY]->(speaker:FullEntity) WHERE a.speakerId IS NULL SET a.speakerId = speaker.id;
