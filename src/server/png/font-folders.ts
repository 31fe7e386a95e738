import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where systems keep their fonts; a folder that is not there has none. */
export function systemFontFolders(): readonly string[] {
  const home = homedir();
  return [
    ...['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.fonts'), join(home, '.local/share/fonts')],
    ...['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library/Fonts')],
    'C:\\Windows\\Fonts',
  ];
}
