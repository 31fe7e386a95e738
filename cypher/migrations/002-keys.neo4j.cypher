// The keys of callers, found by their hash.
CREATE CONSTRAINT Key_id IF NOT EXISTS FOR (n:Key) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT Key_hash IF NOT EXISTS FOR (n:Key) REQUIRE n.hash IS UNIQUE;
