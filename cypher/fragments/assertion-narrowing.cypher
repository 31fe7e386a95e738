// The conditions of an assertion filter on `a` and its `speaker`; a list that holds '*' narrows nothing. Their types never
// change, so that one plan serves every combination.
('*' IN $claim OR a.claimId IN $claim)
    AND ('*' IN $speaker OR any(member IN speaker.clusterMembers WHERE member IN $speaker))
    AND ('*' IN $onBehalfOf OR any(member IN a.bodyMembers WHERE member IN $onBehalfOf))
    AND ('*' IN $source OR a.sourceId IN $source OR any(read IN a.readInIds WHERE read IN $source))
    AND ('*' IN $publisher OR any(member IN a.publisherMembers WHERE member IN $publisher))
    AND ('*' IN $about OR any(member IN a.aboutMembers WHERE member IN $about))
    AND ('*' IN $stance OR a.stance IN $stance)
    AND ('*' IN $directness OR a.directness IN $directness)
    AND ('*' IN $modality OR a.modality IN $modality)
    AND ('*' IN $speakerKind OR speaker.kind IN $speakerKind)
    AND ((speaker.anonymity <> 'NAMED') IN $anonymous)
    AND (a.origin IN $origin)
    AND ('*' IN $language OR any(tag IN a.languages WHERE tag IN $language))
    AND ('*' IN $method OR a.method IN $method)
    AND ('*' IN $warning OR any(code IN a.warningCodes WHERE code IN $warning))
    AND (a.withdrawn IN $withdrawn AND (a.current OR true IN $withdrawn))
    AND {{said-narrowing}}
