import { gatherNewSource, versionItem } from './gather-parts.ts';
import type { SourceIn, VersionIn } from './mutation-inputs.ts';
import type { Gather } from './record-gathered.ts';
import { stateToChange } from './revise.ts';

/** Records a source, with a version of it where one is given. */
export function addingSource(source: SourceIn): Gather {
  return (gathering) => ({
    type: 'Source',
    reference: gatherNewSource(gathering, source, 'source', new Map()),
  });
}

const versionKey = 'version-0';

/** Records another version of a source; the source itself stays as it is. */
export function addingSourceVersion(source: string, version: VersionIn): Gather {
  return async (gathering, view) => {
    const before = await stateToChange(view, 'Source', source, null);
    const versions = [versionItem(version, versionKey, new Map())];
    gathering.add('Source', '', { ...before, versions }, source);
    return { type: 'SourceVersion', reference: versionKey };
  };
}
