import SchemaBuilder from '@pothos/core';
import type { Draft } from '../domain/draft.ts';
import type * as model from '../domain/model.ts';
import type { Revision } from '../domain/revision.ts';
import type { Connection, Edge } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import type * as shape from './shapes.ts';

/** What each connection lists, by the connection's name less its last word. */
interface Listed {
  Claim: model.Claim;
  Assertion: model.SourcedAssertion;
  Entity: model.Entity;
  Source: model.Source;
  SourceVersion: model.SourceVersion;
  Passage: model.Passage;
  ClaimRelation: model.ClaimRelation;
  Review: model.Review;
  ConfidentialIdentity: model.ConfidentialIdentity;
  Position: shape.Position;
  ProvenanceTrail: shape.ProvenanceTrail;
  TimelineEvent: shape.TimelineEvent;
  Search: shape.SearchHit;
  Revision: Revision;
  Change: shape.LogChange;
  Draft: Draft;
}
export type ListedName = keyof Listed;

type Connections = { [Name in ListedName as `${Name}Connection`]: Connection<Listed[Name]> };
type Edges = { [Name in ListedName as `${Name}Edge`]: Edge<Listed[Name]> };

interface Records {
  Claim: model.Claim;
  ClaimText: shape.ClaimText;
  Assertion: model.BareAssertion;
  Warning: model.Warning;
  Person: model.Entity;
  Organization: model.Entity;
  Group: model.Entity;
  Machine: model.Entity;
  Document: model.Entity;
  Thing: model.Entity;
  Unknown: model.Entity;
  Redacted: model.Entity;
  Affiliation: model.Affiliation;
  Name: model.Name;
  Position: shape.Position;
  Source: model.Source;
  SourceDerivation: model.SourceDerivation;
  SourceVersion: model.SourceVersion;
  Passage: model.Passage;
  Verification: model.Verification;
  ClaimRelation: model.ClaimRelation;
  Review: model.Review;
  IdentityJudgement: model.IdentityJudgement;
  ReplyRequest: model.ReplyRequest;
  ConfidentialIdentity: model.ConfidentialIdentity;
  EdtfDate: shape.EdtfDate;
  Corroboration: shape.Corroboration;
  OriginGroup: shape.OriginGroup;
  ProvenanceTrail: shape.ProvenanceTrail;
  ProvenanceStep: shape.ProvenanceStep;
  TimelineEvent: shape.TimelineEvent;
  SearchHit: shape.SearchHit;
  ClaimGraph: shape.ClaimGraph;
  GraphNode: shape.GraphNode;
  GraphEdge: shape.GraphEdge;
  Embed: shape.Embed;
  PageInfo: Connection<unknown>;
  Revision: Revision;
  Change: shape.LogChange;
  Draft: Draft;
}

/** A text on the way in and on the way out. */
interface TextScalar {
  Input: string;
  Output: string;
}

export interface SchemaTypes {
  Context: GraphqlContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: TextScalar;
    Date: TextScalar;
    DateTime: TextScalar;
    EDTF: TextScalar;
    URL: TextScalar;
    BCP47: TextScalar;
    JSON: { Input: unknown; Output: unknown };
  };
  Interfaces: { Node: shape.PublicRecord; Entity: model.Entity };
  Objects: Records & Connections & Edges;
}

/**
 * What the types of `types/` are built with. Types name one another by name, so that no file of theirs imports
 * another. A field is non-null unless it says otherwise.
 */
export const builder = new SchemaBuilder<SchemaTypes>({ defaultFieldNullability: false });
