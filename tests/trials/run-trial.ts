/** `npm run trial -- <name>`: runs the full form of a trial and prints its rows of the table in docs/trials.md. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { TestCase, TestModule } from 'vitest/node';
import { startVitest } from 'vitest/node';

const SUFFIX = '.store.test.ts';
const names = readdirSync(fileURLToPath(new URL('.', import.meta.url)))
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    share: { type: 'string', default: '1' },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const help = `npm run trial -- <name> [options]

  --short         the short form, which every test run has too
  --share <n>     that share of the full form's rounds (1)
  --only <text>   only the tests whose name holds this
  --keep          pages: writes the selection in docs/screenshots anew, beside all in screenshots/

ONRECORD_TRIAL_SEED is what its choices are made from; it is printed, so that a run can be had again.
Trials: ${names.join(', ')}`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** The engine that a test ran on, by the suites that it stands in. */
function engineOf({ fullName }: TestCase): string {
  if (/\bneo4j\b/i.test(fullName)) return 'Neo4j';
  return /\bembedded\b/.test(fullName) ? 'embedded' : '—';
}

function rowsOf(test: TestCase): readonly string[] {
  const { state } = test.result();
  if (state === 'skipped') return [];
  const failed = state === 'passed' ? '' : `**${state}** `;
  const seconds = `${Math.round((test.diagnostic()?.duration ?? 0) / 1000)} s`;
  const told = test.meta().trialRows ?? [{ what: test.name, rounds: null, outcome: state }];
  return told.map(({ what, rounds, outcome, ...rest }) =>
    line([
      what,
      rounds === null ? '—' : String(rounds),
      engineOf(test),
      `${failed}${outcome}`,
      ('control' in rest ? rest.control : undefined) ?? '—',
      seconds,
    ]),
  );
}

function table(modules: readonly TestModule[]): string {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const heads = ['what', 'rounds', 'engine', 'outcome', 'control', 'took'];
  return [line(heads), line(heads.map(() => '---')), ...tests.flatMap(rowsOf)].join('\n');
}

async function run(name: string): Promise<void> {
  const seed = process.env['ONRECORD_TRIAL_SEED'] || String(Math.floor(Math.random() * 2 ** 31));
  process.env['ONRECORD_TRIAL_SEED'] = seed;
  process.env['ONRECORD_TRIAL_SHARE'] = values.share;
  if (values.keep) process.env['ONRECORD_TRIAL_KEEP'] = 'yes';
  if (!values.short) process.env['ONRECORD_TRIAL'] = 'full';
  process.stdout.write(
    `Trial ${name}, ${values.short ? 'short' : 'full'} form, ONRECORD_TRIAL_SEED=${seed}\n`,
  );
  const vitest = await startVitest('test', [`tests/trials/${name}${SUFFIX}`], {
    watch: false,
    reporters: ['default'],
    ...(values.only === undefined ? {} : { testNamePattern: values.only }),
  });
  const modules = vitest.state.getTestModules();
  process.stdout.write(`\n${table(modules)}\nONRECORD_TRIAL_SEED=${seed}\n`);
  const good = modules.length > 0 && modules.every((module) => module.ok());
  await vitest.close();
  process.exit(good ? 0 : 1);
}

const [name] = positionals;
if (values.help || name === undefined) process.stdout.write(`${help}\n`);
else if (names.includes(name)) await run(name);
else {
  process.stderr.write(`There is no trial "${name}".\n\n${help}\n`);
  process.exitCode = 2;
}
