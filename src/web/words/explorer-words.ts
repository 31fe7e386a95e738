/** What the playground's query builder says, in one language. What the schema says of itself stays in its own. */
export interface ExplorerWords {
  /** The tag of the language, as `lang` has it. */
  readonly language: string;
  readonly title: string;
  /** What a tick does, and by which keys one gets about. */
  readonly intro: string;
  /** In which language the schema's own words are, where that is another. */
  readonly ownWords: string | null;
  /** While the schema is on its way, or cannot be had. */
  readonly noSchema: string;
  readonly unreadable: string;
  /** What is at the cursor is not of this schema. */
  readonly unknown: string;
  /** Before what GraphQL says, where a change would make the query invalid. */
  readonly refused: string;
  readonly definition: Readonly<Record<'query' | 'mutation' | 'subscription' | 'fragment', string>>;
  /** What offers an operation that the document does not have. */
  readonly add: Readonly<Record<'query' | 'mutation' | 'subscription', string>>;
  /** What shows and hides what is in a field, an argument or a fragment. */
  readonly within: (name: string) => string;
  readonly argumentsOf: (name: string) => string;
  readonly valueOf: (name: string) => string;
  readonly required: string;
  readonly oneOf: string;
  /** Where the value is a variable's. */
  readonly variable: string;
  /** Of a value that is written as GraphQL writes it. */
  readonly literal: string;
  /** Between a field and the name that it has in the answer. */
  readonly as: string;
  readonly deprecated: string;
  /** Of a fragment that stands elsewhere in the document. */
  readonly spread: string;
}
