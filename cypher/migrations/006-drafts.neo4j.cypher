// Drafts are found by their id.
CREATE CONSTRAINT Draft_id IF NOT EXISTS FOR (n:Draft) REQUIRE n.id IS UNIQUE;
