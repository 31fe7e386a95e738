import { afterAll, beforeAll } from 'vitest';
import { type Service, serving } from './onrecord-process.ts';
import { seedInto } from './seed-into.ts';
import { TemporaryFolder } from './temporary-folder.ts';

/** A service over an embedded store of its own that holds those bundles and nothing else, for the tests of the suite that asks for it. */
export function serviceWith(bundles: Readonly<Record<string, object>>): Pick<Service, 'base' | 'process'> {
  let folder: TemporaryFolder;
  let service: Service;
  beforeAll(async () => {
    folder = new TemporaryFolder();
    const variables = { ONRECORD_DATA: `${folder.path}/data` };
    service = await serving(variables, '--no-seed');
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
  };
}
