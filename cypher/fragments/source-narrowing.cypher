// The conditions of a source filter on `s`.
($kind IS NULL OR s.kind IN $kind)
    AND ($publisher IS NULL OR any(member IN s.publisherMembers WHERE member IN $publisher))
    AND ($access IS NULL OR s.access IN $access)
    AND ($language IS NULL OR any(tag IN s.languages WHERE tag IN $language))
    AND ($publishedMatch IS NULL
      OR ($publishedMatch = 'POSSIBLY' AND s.publishedFrom <= $publishedTo AND s.publishedTo >= $publishedFrom)
      OR ($publishedMatch = 'CERTAINLY' AND NOT s.publishedQualified
        AND s.publishedFrom >= $publishedFrom AND s.publishedTo <= $publishedTo))
