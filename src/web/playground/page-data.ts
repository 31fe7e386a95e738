import { z } from 'zod';

/** The id of the element in the page that carries `PlaygroundData` as JSON; a data block, so that no CSP has to allow it. */
export const PAGE_DATA_ID = 'playground-data';

/** Where the map of the schema stands. */
export const SCHEMA_PATH = '/schema';

/** Where the pages begin. */
export const CLAIMS_PATH = '/claims';

/** One example as the page needs it: `name` is the operation's name and so the tab's title. */
const exampleTab = z.object({
  name: z.string(),
  title: z.string(),
  query: z.string(),
  variables: z.record(z.string(), z.unknown()),
});

/** What the service tells the page, and all that the page knows before it asks the API. */
export const playgroundData = z.object({
  title: z.string(),
  endpoint: z.string(),
  examples: z.array(exampleTab).readonly(),
});

export type PlaygroundData = z.infer<typeof playgroundData>;
export type ExampleTab = z.infer<typeof exampleTab>;
