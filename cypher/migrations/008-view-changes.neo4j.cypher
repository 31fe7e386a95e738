// What the public was shown is read on from an instant.
CREATE CONSTRAINT ViewChange_id IF NOT EXISTS FOR (n:ViewChange) REQUIRE n.id IS UNIQUE;
CREATE INDEX ViewChange_recordedAt IF NOT EXISTS FOR (n:ViewChange) ON (n.recordedAt);
