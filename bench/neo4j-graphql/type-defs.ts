/**
 * The store's graph as anyone would describe it to `@neo4j/graphql`: a type for each label, a relationship for each that
 * the questions follow, plain properties for the rest. What Onrecord keeps for its own use is left out.
 */
export const typeDefs = /* GraphQL */ `
  type Claim
    @node
    @fulltext(indexes: [{ indexName: "searchText", queryName: "searchClaims", fields: ["searchText"] }]) {
    id: ID!
    slug: String!
    texts: [String!]!
    language: String!
    nature: String!
    status: String!
    recordedAt: String!
    searchText: String!
    concernsEdtf: String
    concernsEarliest: String
    concernsLatest: String
    assertions: [Assertion!]! @relationship(type: "ASSERTS", direction: IN)
    relationsFrom: [ClaimRelation!]! @relationship(type: "FROM", direction: IN)
    relationsTo: [ClaimRelation!]! @relationship(type: "TO", direction: IN)
  }

  type ClaimRelation @node {
    id: ID!
    kind: String!
    status: String!
    from: [Claim!]! @relationship(type: "FROM", direction: OUT)
    to: [Claim!]! @relationship(type: "TO", direction: OUT)
  }

  type Assertion @node {
    id: ID!
    stance: String!
    commitment: String!
    directness: String!
    cue: String
    recordedAt: String!
    current: Boolean!
    withdrawn: Boolean!
    saidEdtf: String
    saidEarliest: String
    saidLatest: String
    saidOriginal: String
    saidQualified: Boolean
    claim: [Claim!]! @relationship(type: "ASSERTS", direction: OUT)
    speaker: [Entity!]! @relationship(type: "MADE_BY", direction: OUT)
    onBehalfOf: [Entity!]! @relationship(type: "ON_BEHALF_OF", direction: OUT)
    source: [Source!]! @relationship(type: "MADE_IN", direction: OUT)
    basedOn: [Source!]! @relationship(type: "BASED_ON", direction: OUT)
    attributedTo: [Assertion!]! @relationship(type: "ATTRIBUTED_TO", direction: OUT)
    passages: [Passage!]! @relationship(type: "QUOTES", direction: OUT, properties: "Quotes")
  }

  type Quotes @relationshipProperties {
    position: Int
  }

  type Entity @node {
    id: ID!
    kind: String!
    nameTexts: [String!]!
    anonymity: String!
    recordedAt: String!
    assertions: [Assertion!]! @relationship(type: "MADE_BY", direction: IN)
  }

  type Passage @node {
    id: ID!
    exact: String!
    language: String!
    rendering: String!
    start: Int
    end: Int
    version: [SourceVersion!]! @relationship(type: "OF", direction: OUT)
  }

  type SourceVersion @node {
    id: ID!
    source: [Source!]! @relationship(type: "VERSION_OF", direction: OUT)
  }

  type Source @node {
    id: ID!
    titles: [String!]!
    url: String
    recordedAt: String!
    publishedEdtf: String
    publishedEarliest: String
    publishedLatest: String
    publisher: [Entity!]! @relationship(type: "PUBLISHED_BY", direction: OUT)
    derivedFrom: [Source!]! @relationship(type: "DERIVED_FROM", direction: OUT, properties: "Derivation")
  }

  type Derivation @relationshipProperties {
    kind: String
    status: String
  }
`;
