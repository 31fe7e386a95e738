// What the public was shown is read on from an instant; on the embedded engine a constraint is no index.
CREATE CONSTRAINT ViewChange_id IF NOT EXISTS FOR (n:ViewChange) REQUIRE n.id IS UNIQUE;
CREATE INDEX ViewChange_id_index IF NOT EXISTS FOR (n:ViewChange) ON (n.id);
CREATE INDEX ViewChange_recordedAt IF NOT EXISTS FOR (n:ViewChange) ON (n.recordedAt) USING BTREE;
