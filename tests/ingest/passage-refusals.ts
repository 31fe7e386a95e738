import { articleText } from '../support/small-sources.ts';
import { type Refusal, set } from './refusal.ts';

const second = articleText.indexOf('it is') + 'it '.length;

/** What is refused of the words of a text, and of the text. */
export const passageRefusals: readonly Refusal[] = [
  {
    rule: 'a prefix that stands before the words in more than one place',
    break: set('passages', 'open', { exact: 'is', start: second, end: second + 2, prefix: ' ' }),
    path: 'passages[1].prefix',
    reason: 'stands 3 times',
  },
  {
    rule: 'a suffix that stands after the words in more than one place',
    break: set('passages', 'open', { exact: 'is', start: second, end: second + 2, suffix: ' ' }),
    path: 'passages[1].suffix',
    reason: 'stands 3 times',
  },
  {
    rule: 'a passage said to be altered that stands in the text',
    break: set('passages', 'shut', { verification: { state: 'ALTERED', found: 'the bridge is open' } }),
    path: 'passages[0].verification.state',
    reason: 'expected EXACT',
  },
  {
    rule: 'a passage said to have been altered before its text was read',
    break: set('passages', 'shut', { verification: { state: 'GONE', checkedAt: '2023-12-15T00:00:00Z' } }),
    path: 'passages[0].verification.state',
    reason: 'in a later one',
  },
  {
    rule: 'words that nobody sees',
    break: set('passages', 'shut', { exact: ' ', start: 3, end: 4, suffix: 'paper' }),
    path: 'passages[0].exact',
    reason: 'white space alone',
  },
  {
    rule: 'a text in which there is nothing to read',
    break: set('sources', 'copy', { versions: [{ key: 'bare', text: ' \n' }] }),
    path: 'sources[2].versions[0].text',
    reason: 'white space alone',
  },
  {
    rule: 'a text with half a character',
    break: set('sources', 'copy', { versions: [{ key: 'bare', text: 'a\ud800b' }] }),
    path: 'sources[2].versions[0].text',
    reason: 'surrogate',
  },
];
