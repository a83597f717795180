// The client of `vanthu lsp` for Visual Studio Code.
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');
const words = require('./words.js');

const selector = ['markdown', 'plaintext'].flatMap((language) => [
  { scheme: 'file', language },
  { scheme: 'untitled', language },
]);

let client;
let pages;

function makeClient() {
  const settings = vscode.workspace.getConfiguration('vanthu');
  const command = settings.get('path');
  const options = { command, args: ['lsp', ...settings.get('arguments')] };
  const made = new LanguageClient('vanthu', 'vanthu', options, {
    documentSelector: selector,
    // Commands that this extension carries out itself: one asks for the reason, one shows a page.
    initializationOptions: { commands: ['vanthu.ignoreWithReason', 'vanthu.showRule'] },
  });
  return { made, command };
}

async function start() {
  const say = words(vscode.env.language);
  const { made, command } = makeClient();
  client = made;
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const chosen = await vscode.window.showErrorMessage(say.notStarted(command, error.message), say.settings);
    if (chosen) await vscode.commands.executeCommand('workbench.action.openSettings', 'vanthu.path');
  }
}

async function stop() {
  const old = client;
  client = undefined;
  if (old) await old.stop();
}

function execute(command, args) {
  return client?.sendRequest('workspace/executeCommand', { command, arguments: args });
}

// From a code action: the finding `code` at `place` ("line:character") of a document.
async function ignoreWithReason(uri, code, place) {
  const say = words(vscode.env.language);
  const reason = await vscode.window.showInputBox({
    prompt: say.reason(code),
    validateInput: (text) => (text.trim() ? undefined : say.reasonNeeded),
  });
  if (reason) await execute('vanthu.ignore', [uri, code, place, reason.trim()]);
}

// A page about a rule, as the configuration of the document at `uri` has it.
async function showRule(code, uri) {
  const rule = await execute('vanthu.explain', [code, uri ?? '']);
  if (!rule) return vscode.window.showWarningMessage(words(vscode.env.language).noRule(code));
  const page = vscode.Uri.from({ scheme: 'vanthu-rule', path: `/${rule.code}.md` });
  pages.set(page.path, rule.markdown);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

async function chooseRule() {
  const code = await vscode.window.showInputBox({ prompt: words(vscode.env.language).rule });
  if (code) await showRule(code.trim(), vscode.window.activeTextEditor?.document.uri.toString());
}

async function applySafeFixes() {
  const document = vscode.window.activeTextEditor?.document;
  if (document) await execute('vanthu.fixAll', [document.uri.toString()]);
}

async function activate(context) {
  pages = new Map();
  const add = (...disposables) => context.subscriptions.push(...disposables);
  add(vscode.workspace.registerTextDocumentContentProvider('vanthu-rule', { provideTextDocumentContent: (uri) => pages.get(uri.path) ?? '' }));
  for (const [name, run] of Object.entries({ ignoreWithReason, showRule, chooseRule, applySafeFixes }))
    add(vscode.commands.registerCommand(`vanthu.${name}`, run));
  add(
    vscode.commands.registerCommand('vanthu.restart', async () => {
      await stop();
      await start();
    }),
  );
  add(
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (!event.affectsConfiguration('vanthu.path') && !event.affectsConfiguration('vanthu.arguments')) return;
      await stop();
      await start();
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
