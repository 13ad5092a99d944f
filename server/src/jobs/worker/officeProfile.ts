import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Setting = readonly [path: string, name: string, value: string];

/**
 * A stranger's presentation may run nothing and fetch nothing. The process has no network anyway where
 * the machine allows that; the proxy that leads nowhere (port 9, discard) is for where it doesn't.
 */
const settings: readonly Setting[] = [
  ['org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  // Pictures and films that are linked rather than embedded, be it on the Web or on this server's disk.
  ['org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['org.openoffice.Office.Java/VirtualMachine', 'Enable', 'false'],
  ['org.openoffice.Inet/Settings', 'ooInetProxyType', '2'],
  ['org.openoffice.Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
  ['org.openoffice.Inet/Settings', 'ooInetHTTPProxyPort', '9'],
  ['org.openoffice.Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
  ['org.openoffice.Inet/Settings', 'ooInetHTTPSProxyPort', '9'],
  // Text that doesn't say its language: Noto's fonts choose the forms of Chinese characters by it.
  ['org.openoffice.Office.Linguistic/General', 'DefaultLocale_CJK', 'zh-CN'],
];

/** Makes a fresh user profile for one run of LibreOffice; answers with the URL by which to name it. */
export async function makeOfficeProfile(folder: string): Promise<string> {
  const items = settings.map(
    ([path, name, value]) =>
      `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  await mkdir(join(folder, 'user'), { recursive: true });
  await writeFile(
    join(folder, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${items.join('\n')}
</oor:items>
`,
  );
  return pathToFileURL(folder).href;
}
