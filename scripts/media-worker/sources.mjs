import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Sources of many small files that are compiled as one, which saves two thirds of the time: nearly all of
 * it goes into headers that they share. Other folders (RTCP, SCTP/association, BWE) can't be joined,
 * since names in them collide.
 */
const joined = {
  sctpPacket: /^src\/RTC\/SCTP\/packet\/[^/]+\.cpp$/,
  sctpChunks: /^src\/RTC\/SCTP\/packet\/chunks\//,
  sctpParameters: /^src\/RTC\/SCTP\/packet\/parameters\//,
  sctpErrorCauses: /^src\/RTC\/SCTP\/packet\/errorCauses\//,
  dictionaries: /^src\/RTC\/(Rtp|Sctp)Dictionaries\//,
  codecs: /^src\/RTC\/RTP\/Codecs\//,
};

/**
 * Copies the worker's sources out of mediasoup's npm package and changes them so that they build with
 * Debian's libraries. README.md gives the reason of each change.
 *
 * @param {string} mediasoupFolder mediasoup's folder in node_modules.
 * @param {string} folder Where the sources go.
 */
export function prepareSources(mediasoupFolder, folder) {
  cpSync(join(mediasoupFolder, 'worker'), folder, { recursive: true });
  const subprojects = join(folder, 'subprojects');
  for (const name of readdirSync(subprojects)) {
    if (name.endsWith('.wrap')) rmSync(join(subprojects, name));
  }
  cpSync(join(here, 'subprojects'), subprojects, { recursive: true });
  cpSync(join(here, 'pch'), join(folder, 'pch'), { recursive: true });

  change(join(folder, 'src', 'RTC', 'DtlsTransport.cpp'), (text) =>
    replaceOnce(text, '(operationType == BIO_CB_RETURN) ?', '(operationType & BIO_CB_RETURN) ?'),
  );
  mkdirSync(join(folder, 'src', 'joined'));
  change(join(folder, 'meson.build'), (text) => {
    const { build, files } = joinSources(withDebiansMeson(text));
    for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
    return build;
  });
}

/**
 * Lets Debian's meson 1.0.1 build it (nothing newer is used) and adds the precompiled header.
 *
 * @param {string} build The text of meson.build.
 */
function withDebiansMeson(build) {
  const lowered = replaceOnce(build, "meson_version: '>= 1.1.0'", "meson_version: '>= 1.0.1'");
  const executable = "executable(\n  'mediasoup-worker',\n";
  return replaceOnce(lowered, executable, `${executable}  cpp_pch: 'pch/worker.hpp',\n`);
}

/**
 * Takes the sources that are joined out of meson.build, and puts the files that include them in.
 *
 * @param {string} build The text of meson.build.
 * @returns {{ build: string, files: Record<string, string> }} The new text, and the joining files by path.
 */
export function joinSources(build) {
  /** @type {Record<string, string>} */
  const files = {};
  let text = build;
  for (const [name, belongs] of Object.entries(joined)) {
    /** @type {string[]} */
    const sources = [];
    text = text.replace(/^ *'(src\/[^']+\.cpp)',\n/gm, (line, /** @type {string} */ source) => {
      if (!belongs.test(source)) return line;
      sources.push(source);
      return '';
    });
    if (sources.length === 0) throw new Error(`meson.build names no source of the group ${name} any more`);
    const path = `src/joined/${name}.cpp`;
    // Each source defines MS_CLASS for its log lines.
    files[path] = sources.map((source) => `#include "../${source.slice(4)}"\n#undef MS_CLASS\n`).join('');
    text = replaceOnce(text, 'common_sources = [\n', `common_sources = [\n  '${path}',\n`);
  }
  return { build: text, files };
}

/**
 * @param {string} path
 * @param {(text: string) => string} edit
 */
function change(path, edit) {
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

/**
 * Replaces a text that must be there exactly once: another version of mediasoup may need other changes, and
 * that must be seen at once and not in a crash.
 *
 * @param {string} text
 * @param {string} from
 * @param {string} to
 */
export function replaceOnce(text, from, to) {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`expected once, found ${parts.length - 1} times: ${from.trim()}`);
  return parts.join(to);
}
