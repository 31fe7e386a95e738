// The conditions of a filter of drafts on `self`.
('*' IN $status OR self.status IN $status) AND ('*' IN $author OR self.authorId IN $author)
