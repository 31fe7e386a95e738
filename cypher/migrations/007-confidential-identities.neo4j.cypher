// Confidential identities are found by their id.
CREATE CONSTRAINT ConfidentialIdentity_id IF NOT EXISTS FOR (n:ConfidentialIdentity) REQUIRE n.id IS UNIQUE;
