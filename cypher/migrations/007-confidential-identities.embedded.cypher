// Confidential identities are found by their id; on the embedded engine a constraint is no index.
CREATE CONSTRAINT ConfidentialIdentity_id IF NOT EXISTS FOR (n:ConfidentialIdentity) REQUIRE n.id IS UNIQUE;
CREATE INDEX ConfidentialIdentity_id_index IF NOT EXISTS FOR (n:ConfidentialIdentity) ON (n.id);
