import {
  graphEdgeKinds,
  graphNodeKinds,
  provenanceStepKinds,
  searchTypes,
  timelineEventKinds,
} from '../../domain/vocabulary.ts';
import { enumOf } from './enum-of.ts';

export const ProvenanceStepKind = enumOf(
  'ProvenanceStepKind',
  'What one step of a trail is, on the way from where something was read to what it rests on.',
  provenanceStepKinds,
  {
    READ_IN: 'The source that it was read in.',
    REPUBLISHED_FROM: 'The source that this one is a copy of.',
    TRANSLATED_FROM: 'The source that this one is a translation of.',
    EXCERPTED_FROM: 'The source that this one holds a part of.',
    CITED_FROM: 'The source that this one refers to.',
    REPORTED_BY: 'Someone who passes it on.',
    SAID_BY: 'The origin: the one who said it.',
    RESTS_ON: 'What the origin says that it knows it from.',
  },
);

export const TimelineEventKind = enumOf(
  'TimelineEventKind',
  'What happened at one point.',
  timelineEventKinds,
  {
    CONCERNS: 'What the claim says, happened.',
    SAID: 'An origin said it.',
    REPORTED: 'Someone passed it on.',
    DENIED: 'An origin denied or doubted it.',
    CHANGED: 'A speaker certainly took another side than before, or took one back.',
    REVIEWED: 'A review was published.',
    RECORDED: 'It was first recorded here.',
    WITHDRAWN: 'A record of it was withdrawn here.',
  },
);

export const SearchType = enumOf('SearchType', 'What a search can find.', searchTypes, {
  CLAIM: 'Claims, by their text in every language.',
  ENTITY: 'Entities, by every spelling of their names.',
  SOURCE: 'Sources, by their titles.',
  PASSAGE: 'Passages, by their exact words.',
});

export const GraphNodeKind = enumOf(
  'GraphNodeKind',
  'The lane that a node of a claim graph stands in.',
  graphNodeKinds,
  {
    CLAIM: 'A claim.',
    SPEAKER: 'One who speaks.',
    SOURCE: 'A source.',
    PUBLISHER: 'One who publishes a source.',
  },
);

export const GraphEdgeKind = enumOf(
  'GraphEdgeKind',
  'What joins two nodes of a claim graph.',
  graphEdgeKinds,
  {
    AFFIRMS: 'The speaker says that the claim is so.',
    DENIES: 'The speaker says that the claim is not so.',
    DOUBTS: 'The speaker questions the claim.',
    DECLINES_TO_COMMENT: 'The speaker would not say.',
    NO_RESPONSE: 'The speaker did not answer.',
    RETRACTS: 'The speaker takes the claim back.',
    RELAYS: 'From the one who passes on to the one whose words are passed on.',
    MADE_IN: 'From what was said to the source that it was made in.',
    PUBLISHED_BY: 'From a source to its publisher.',
    DERIVED_FROM: 'From a source to the one that it comes from.',
    CONTRADICTS: 'Both claims cannot be true.',
    SUPPORTS: 'The claim makes the other likelier.',
    QUALIFIES: 'The claim limits the other.',
    EXPLAINS: 'The claim says why the other is so.',
    CAUSES: 'The claim is said to have brought the other about.',
    NEAR_VARIANT: 'The claims say nearly the same.',
    CORRECTS: 'The claim says that the other was wrong.',
  },
);
