// The extension for Visual Studio Code with its own client (vscode-languageclient) against the server, without the editor around them.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const Module = require('node:module');
const path = require('node:path');
const test = require('node:test');
const { root, program, documents, checked, fixed, severities, execFileSync } = require('./documents.js');
const makeVscode = require('./vscode_stub.js');

const extension = path.join(root, 'build/vscode');  // with its dependencies installed
const source = path.join(root, 'editors/vscode');

// The extension, activated in an editor that answers questions with `answers`.
async function activated(answers = {}, settings = {}) {
  const vscode = makeVscode({ settings: { 'vanthu.path': program, 'vanthu.arguments': [], ...settings }, answers });
  const load = Module._load;
  Module._load = function (request, ...rest) {
    return request === 'vscode' ? vscode : load.call(this, request, ...rest);
  };
  for (const name of Object.keys(require.cache)) if (name.startsWith(extension)) delete require.cache[name];
  const main = require(path.join(extension, 'extension.js'));
  Module._load = load;
  await main.activate({ subscriptions: [] });
  return { vscode, main };
}

async function until(what, condition) {
  for (let i = 0; i < 2000; ++i) {
    const value = condition();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.fail(`${what} did not come`);
}

// As the protocol counts: line from 0, units of UTF-16.
function position(text, offset) {
  const before = Buffer.from(text).subarray(0, offset).toString();
  return [before.split('\n').length - 1, before.length - (before.lastIndexOf('\n') + 1)];
}
const flat = (range) => [range.start.line, range.start.character, range.end.line, range.end.character];
const languageOf = (file) => (file.endsWith('.md') ? 'markdown' : 'plaintext');

test('diagnostics and quick fixes in the client of Visual Studio Code', async () => {
  const { vscode, main } = await activated();
  let fixes = 0, findings = 0;
  for (const [file, text] of documents()) {
    const expected = checked(file);
    const document = vscode.open(file, languageOf(file), text);
    const told = () => Object.values(vscode.collections).some((all) => all.has(document.uri.toString()));
    await until('diagnostics', told);
    assert.deepStrictEqual(
      vscode.diagnosticsOf(document.uri).map((d) => [...flat(d.range), d.code, d.message, d.severity + 1]),
      expected.map((d) => [...position(text, d.span.start.offset), ...position(text, d.span.end.offset), d.code, d.message, severities[d.severity]]), file);
    findings += expected.length;
    const fixable = expected.findIndex((d) => d.fixes.length);
    if (fixable < 0) continue;
    const diagnostic = vscode.diagnosticsOf(document.uri)[fixable];
    const actions = await vscode.providers.CodeActions.provideCodeActions(document, diagnostic.range, { diagnostics: [diagnostic], triggerKind: 1 }, new vscode.CancellationTokenSource().token);
    const action = actions.find((a) => a.title === expected[fixable].fixes[0].title && a.edit);
    if (!action) continue;  // marks stand where it would write
    await vscode.workspace.applyEdit(action.edit);
    const form = path.basename(file).startsWith('NFD') ? 'NFD' : 'NFC';
    assert.strictEqual(document.text.normalize(form), fixed(text, expected[fixable].fixes[0]).normalize(form), file);
    await until('diagnostics after the fix', () => vscode.diagnosticsOf(document.uri).length < expected.length || expected.length === 0);
    ++fixes;
  }
  assert(findings > 10 && fixes > 3, `${findings} findings, ${fixes} fixes`);
  await main.deactivate();
  assert.deepStrictEqual(vscode.log, []);
});

test('commands: ignore with a reason, show a rule, apply all safe fixes', async () => {
  const { vscode, main } = await activated({ showInputBox: () => ' trích nguyên văn ' });
  const text = fs.readFileSync(path.join(root, 'samples/cong-van.md'), 'utf8');
  const document = vscode.open(path.join(os.tmpdir(), 'Dự thảo.md'), 'markdown', text);
  await until('diagnostics', () => vscode.diagnosticsOf(document.uri).length);
  const of = (code) => vscode.diagnosticsOf(document.uri).find((d) => d.code === code);
  const actions = await vscode.providers.CodeActions.provideCodeActions(document, of('CT101').range, { diagnostics: [of('CT101')], triggerKind: 1 }, new vscode.CancellationTokenSource().token);
  const run = (name) => {
    const { command } = actions.find((a) => a.command?.command === name);
    return vscode.commands.executeCommand(command.command, ...command.arguments);
  };
  await run('vanthu.showRule');
  assert.deepStrictEqual(vscode.log, ['markdown.showPreview vanthu-rule:/CT101.md']);
  assert.match(vscode.providers['vanthu-rule'].provideTextDocumentContent({ path: '/CT101.md' }), /^### CT101/);
  await run('vanthu.ignoreWithReason');
  await until('the comment', () => document.text.includes('<!-- vanthu: bỏ qua CT101: trích nguyên văn -->'));
  await until('that the finding is gone', () => !of('CT101'));

  vscode.change(document, [new vscode.TextEdit(new vscode.Range(0, 0, 0, 0), 'Phát triển kinh tế – xã hội.\n\n')]);
  await until('a finding with a safe fix', () => of('CT104'));
  await vscode.commands.executeCommand('vanthu.applySafeFixes');
  await until('the fix', () => document.text.includes('kinh tế - xã hội'));
  await vscode.commands.executeCommand('vanthu.restart');
  await until('diagnostics again', () => of('VD101') ?? vscode.diagnosticsOf(document.uri).length);
  await main.deactivate();
});

test('a program that is not there is told in words', async () => {
  const { vscode } = await activated({}, { 'vanthu.path': '/nowhere/vanthu' });
  assert(vscode.log.some((line) => line.startsWith('showErrorMessage: không chạy được "/nowhere/vanthu lsp"')), vscode.log.join('\n'));
});

test('both languages say the same things', () => {
  const keys = (name) => Object.keys(JSON.parse(fs.readFileSync(path.join(source, name), 'utf8')));
  assert.deepStrictEqual(keys('package.nls.vi.json'), keys('package.nls.json'));
  const used = fs.readFileSync(path.join(source, 'package.json'), 'utf8').match(/(?<="%)[^%"]+(?=%")/g);
  assert.deepStrictEqual([...new Set(used)].sort(), keys('package.nls.json').sort());
  const words = require(path.join(source, 'words.js'));
  assert.deepStrictEqual(Object.keys(words('vi')), Object.keys(words('en-us')));
});

test('the package holds the extension and its client', () => {
  const list = execFileSync('python3', ['-c', 'import sys, zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))', path.join(root, 'build/vanthu.vsix')], { encoding: 'utf8' }).split('\n');
  for (const name of ['extension.js', 'words.js', 'package.json', 'package.nls.json', 'package.nls.vi.json', 'readme.md', 'node_modules/vscode-languageclient/node.js'])
    assert(list.some((entry) => entry.toLowerCase() === `extension/${name}`), name);
  assert(!list.some((entry) => entry.includes('package-lock') || entry.includes('.npmrc')));
});
