// Neovim, without a screen, with the recipe of editors/neovim: the findings of the command line at the same columns; fixes that leave in
// the buffer what the command line says.
const assert = require('node:assert');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');
const { root, program, documents, checked, fixed, severities } = require('./documents.js');

// Line from 0 and byte in the line.
function place(text, offset) {
  const before = Buffer.from(text).subarray(0, offset).toString();
  const start = before.lastIndexOf('\n') + 1;
  return [before.split('\n').length - 1, Buffer.byteLength(before.slice(start))];
}
// The same as a place of the protocol, in units of UTF-16.
function position(text, offset) {
  const before = Buffer.from(text).subarray(0, offset).toString();
  return { line: before.split('\n').length - 1, character: before.length - (before.lastIndexOf('\n') + 1) };
}

test('findings and fixes in Neovim', () => {
  const all = documents().map(([file, text]) => ({ file, text, diagnostics: checked(file) }));
  const folder = path.dirname(all[0].file);
  const job = {
    command: [program, 'lsp'],
    plugin: path.join(root, 'editors/neovim/vanthu.lua'),
    documents: all.map(({ file, text, diagnostics }) => ({
      path: file,
      fixes: diagnostics.flatMap((d) => d.fixes.map((fix) => ({
        code: d.code,
        title: fix.title,
        range: { start: position(text, d.span.start.offset), end: position(text, d.span.end.offset) },
      }))),
    })),
  };
  const jobFile = path.join(folder, 'job.json'), resultFile = path.join(folder, 'result.json');
  fs.writeFileSync(jobFile, JSON.stringify(job));
  const run = spawnSync('nvim', ['--headless', '-n', '-i', 'NONE', '-u', 'NONE', '-c', `luafile ${path.join(__dirname, 'neovim.lua')}`], {
    env: { ...process.env, VANTHU_JOB: jobFile, VANTHU_RESULT: resultFile, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder },
    encoding: 'utf8',
    timeout: 300000,
  });
  assert(fs.existsSync(resultFile), run.stderr || 'Neovim gave no result');
  const results = JSON.parse(fs.readFileSync(resultFile, 'utf8'));
  let findings = 0, fixes = 0;
  all.forEach(({ file, text, diagnostics }, i) => {
    assert(results[i].told, `${file}: nothing was published`);
    const expected = diagnostics.map((d) => [
      ...place(text, d.span.start.offset), ...place(text, d.span.end.offset), d.code, d.message, severities[d.severity]]);
    assert.deepStrictEqual(results[i].findings, expected, file);
    findings += expected.length;
    const wanted = diagnostics.flatMap((d) => d.fixes.map((fix) => [d, fix]));
    wanted.forEach(([d, fix], k) => {
      if (results[i].fixed[k] === false) return;  // marks stand where it would write: not offered
      // What is typed into decomposed text is decomposed too.
      const form = path.basename(file).startsWith('NFD') ? 'NFD' : 'NFC';
      assert.strictEqual(results[i].fixed[k].normalize(form), fixed(text, fix).normalize(form), `${file}: ${d.code} ${fix.title}`);
      ++fixes;
    });
  });
  assert(findings > 10 && fixes > 5, `${findings} findings, ${fixes} fixes`);
  console.log(`# ${all.length} documents, ${findings} findings, ${fixes} fixes`);
});
