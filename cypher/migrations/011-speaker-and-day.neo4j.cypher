// What a speaker said within days is found by the speaker and the day.
MATCH (a:Assertion)-[:MADE_BY]->(speaker:Entity) WHERE a.speakerId IS NULL
CALL (a, speaker) { SET a.speakerId = speaker.id } IN TRANSACTIONS OF 5000 ROWS;
MATCH (a:FullAssertion)-[:MADE_BY]->(speaker:FullEntity) WHERE a.speakerId IS NULL
CALL (a, speaker) { SET a.speakerId = speaker.id } IN TRANSACTIONS OF 5000 ROWS;
CREATE INDEX Assertion_speaker_saidEarliest IF NOT EXISTS FOR (n:Assertion) ON (n.speakerId, n.saidEarliest);
CREATE INDEX FullAssertion_speaker_saidEarliest IF NOT EXISTS FOR (n:FullAssertion) ON (n.speakerId, n.saidEarliest);
