// The conditions of a source filter on `s`.
('*' IN $kind OR s.kind IN $kind)
    AND ('*' IN $publisher OR any(member IN s.publisherMembers WHERE member IN $publisher))
    AND ('*' IN $access OR s.access IN $access)
    AND ('*' IN $language OR any(tag IN s.languages WHERE tag IN $language))
    AND ($publishedMatch = 'ANY'
      OR ($publishedMatch = 'POSSIBLY' AND s.publishedFrom <= $publishedTo AND s.publishedTo >= $publishedFrom)
      OR ($publishedMatch = 'CERTAINLY' AND NOT s.publishedQualified
        AND ($publishedFrom = '' OR s.publishedEarliest >= $publishedFrom) AND ($publishedTo = '~' OR s.publishedLatest <= $publishedTo)))
