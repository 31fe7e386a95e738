// What was recorded first in hiding is found by the instant since which the public has it.
CREATE INDEX Claim_shownSince IF NOT EXISTS FOR (n:Claim) ON (n.shownSince);
CREATE INDEX Entity_shownSince IF NOT EXISTS FOR (n:Entity) ON (n.shownSince);
CREATE INDEX ClaimRelation_shownSince IF NOT EXISTS FOR (n:ClaimRelation) ON (n.shownSince);
CREATE INDEX Review_shownSince IF NOT EXISTS FOR (n:Review) ON (n.shownSince);
CREATE INDEX ReplyRequest_shownSince IF NOT EXISTS FOR (n:ReplyRequest) ON (n.shownSince);
CREATE INDEX IdentityJudgement_shownSince IF NOT EXISTS FOR (n:IdentityJudgement) ON (n.shownSince);
