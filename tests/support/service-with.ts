import { afterAll, beforeAll } from 'vitest';
import { type Service, serving, type Variables } from './onrecord-process.ts';
import { seedInto } from './seed-into.ts';
import { TemporaryFolder } from './temporary-folder.ts';

type Bundles = Readonly<Record<string, object>>;

interface ServiceOfBundles extends Pick<Service, 'base' | 'process'> {
  /** By which the command finds the store of the service. */
  readonly variables: Variables;
  /** Records more bundles in its store. */
  seed(more: Bundles): Promise<void>;
}

/**
 * A service over an embedded store of its own that holds those bundles, and the example or nothing else, for the tests of
 * the suite that asks for it.
 */
export function serviceWith(bundles: Bundles, { besideTheExample = false } = {}): ServiceOfBundles {
  let folder: TemporaryFolder;
  let service: Service;
  let variables: Variables;
  beforeAll(async () => {
    folder = new TemporaryFolder();
    variables = { ONRECORD_DATA: `${folder.path}/data` };
    service = await serving(variables, ...(besideTheExample ? [] : ['--no-seed']));
    await seedInto(folder, variables, bundles);
  });
  afterAll(async () => {
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });
  return {
    get base() {
      return service.base;
    },
    get process() {
      return service.process;
    },
    get variables() {
      return variables;
    },
    seed: (more) => seedInto(folder, variables, more),
  };
}
