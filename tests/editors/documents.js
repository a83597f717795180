// Documents for tests with editors, and what the command line says of them.
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const program = process.env.VANTHU || path.join(root, 'build/dev/vanthu');

// Real documents where VANTHU_CORPUS names a folder, and the samples: [path, text] of copies that a test may change.
function documents() {
  const folders = [path.join(root, 'samples')];
  if (process.env.VANTHU_CORPUS) folders.push(path.join(process.env.VANTHU_CORPUS, 'seeds'));
  const into = fs.mkdtempSync(path.join(os.tmpdir(), 'vanthu-editors-'));
  process.on('exit', () => fs.rmSync(into, { recursive: true }));
  const out = [];
  for (const folder of folders)
    for (const name of fs.readdirSync(folder).sort()) {
      if (!/\.(md|txt)$/.test(name)) continue;
      const text = fs.readFileSync(path.join(folder, name), 'utf8');
      // A name as clerks give it; the other one holds the same letters decomposed.
      for (const [file, content] of [[`Dự thảo ${name}`, text], [`NFD ${name}`, text.normalize('NFD')]]) {
        fs.writeFileSync(path.join(into, file), content);
        out.push([path.join(into, file), content]);
      }
    }
  return out;
}

// Diagnostics of `vanthu check`, those suppressed left out.
function checked(file) {
  const run = spawnSync(program, ['check', '--format', 'json', path.basename(file)], { cwd: path.dirname(file), encoding: 'utf8' });
  return JSON.parse(run.stdout).files[0].diagnostics.filter((d) => !d.suppressed);
}

// The text with one fix of a finding applied.
function fixed(text, fix) {
  let bytes = Buffer.from(text);
  for (const edit of [...fix.edits].reverse()) {
    const { start, end } = edit.span;
    bytes = Buffer.concat([bytes.subarray(0, start.offset), Buffer.from(edit.text), bytes.subarray(end.offset)]);
  }
  return bytes.toString();
}

const severities = { error: 1, warning: 2, info: 3 };

module.exports = { root, program, documents, checked, fixed, severities, execFileSync };
