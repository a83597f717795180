// As much of the module `vscode` as vscode-languageclient and our extension touch: real places, documents, events and providers; windows that
// show nothing. What else is asked for is a class without content.
const { URI } = require('vscode-uri');

class Position {
  constructor(line, character) { Object.assign(this, { line, character }); }
  compareTo(other) { return this.line - other.line || this.character - other.character; }
}
class Range {
  constructor(a, b, c, d) {
    [this.start, this.end] = typeof a === 'number' ? [new Position(a, b), new Position(c, d)] : [a, b];
  }
}
class Emitter {
  listeners = new Set();
  event = (listener, self) => {
    const bound = self ? listener.bind(self) : listener;
    this.listeners.add(bound);
    return { dispose: () => this.listeners.delete(bound) };
  };
  fire(value) { for (const listener of [...this.listeners]) listener(value); }
  dispose() { this.listeners.clear(); }
}
class Disposable {
  constructor(dispose) { this.dispose = dispose; }
  static from(...all) { return new Disposable(() => all.forEach((one) => one.dispose())); }
}
class Diagnostic {
  constructor(range, message, severity) { Object.assign(this, { range, message, severity }); }
}
class CodeAction {
  constructor(title, kind) { Object.assign(this, { title, kind }); }
}
class CodeActionKind {
  constructor(value) { this.value = value; }
  append(more) { return new CodeActionKind(this.value ? `${this.value}.${more}` : more); }
}
for (const [name, value] of Object.entries({ Empty: '', QuickFix: 'quickfix', Source: 'source', Refactor: 'refactor', RefactorExtract: 'refactor.extract', RefactorInline: 'refactor.inline', RefactorRewrite: 'refactor.rewrite', SourceOrganizeImports: 'source.organizeImports' }))
  CodeActionKind[name] = new CodeActionKind(value);
class TextEdit {
  constructor(range, newText) { Object.assign(this, { range, newText }); }
  static replace(range, text) { return new TextEdit(range, text); }
}
class WorkspaceEdit {
  entries_ = new Map();
  set(uri, edits) { this.entries_.set(uri.toString(), edits); }
  replace(uri, range, text) { this.set(uri, [...this.get(uri), new TextEdit(range, text)]); }
  get(uri) { return this.entries_.get(uri.toString()) ?? []; }
}
class TabInputText {
  constructor(uri) { this.uri = uri; }
}
class CancellationTokenSource {
  emitter = new Emitter();
  token = { isCancellationRequested: false, onCancellationRequested: this.emitter.event };
  cancel() { this.token.isCancellationRequested = true; this.emitter.fire(); }
  dispose() {}
}
class Document {
  constructor(uri, languageId, text) { Object.assign(this, { uri, languageId, text, version: 1, isDirty: false, isClosed: false, fileName: uri.fsPath }); }
  getText() { return this.text; }
  offsetAt({ line, character }) {
    const lines = this.text.split(/(?<=\r\n|\n|\r(?!\n))/);
    return lines.slice(0, line).join('').length + character;
  }
}

// A Proxy gives a new class for every name that is not known: things to extend, constants to compare.
const open = (known) => new Proxy(known, { get: (target, name) => (name in target || typeof name === 'symbol' ? target[name] : (target[name] = class {})) });
const constants = (...names) => Object.fromEntries(names.map((name, i) => [name, i]));
const nothing = () => ({ dispose() {} });

module.exports = function makeVscode({ settings, answers }) {
  const events = open({});
  const on = (name) => (events[name] = new Emitter()).event;
  const providers = {};
  const register = (name) => (selector, provider) => ((providers[name] = provider), nothing());
  const collections = {};
  const commands = new Map();
  const log = [];

  const workspace = {
    textDocuments: [], notebookDocuments: [], workspaceFolders: undefined,
    getConfiguration: (section) => ({ get: (key, otherwise) => settings[section ? `${section}.${key}` : key] ?? otherwise }),
    getWorkspaceFolder: () => undefined,
    createFileSystemWatcher: () => ({ onDidCreate: nothing, onDidChange: nothing, onDidDelete: nothing, dispose() {} }),
    registerTextDocumentContentProvider: (scheme, provider) => ((providers[scheme] = provider), nothing()),
    applyEdit: async (edit) => {
      for (const document of workspace.textDocuments) vscode.change(document, edit.get(document.uri));
      return true;
    },
    fs: {},
  };
  for (const name of ['OpenTextDocument', 'CloseTextDocument', 'ChangeTextDocument', 'SaveTextDocument', 'ChangeWorkspaceFolders', 'ChangeConfiguration', 'OpenNotebookDocument', 'CloseNotebookDocument', 'ChangeNotebookDocument', 'SaveNotebookDocument', 'CreateFiles', 'RenameFiles', 'DeleteFiles'])
    workspace[`onDid${name}`] = on(name);
  for (const name of ['SaveTextDocument', 'CreateFiles', 'RenameFiles', 'DeleteFiles']) workspace[`onWill${name}`] = nothing;

  const channel = { append() {}, appendLine() {}, show() {}, dispose() {} };
  const window = {
    activeTextEditor: undefined,
    tabGroups: { all: [{ tabs: [] }], onDidChangeTabs: on('ChangeTabs') },
    onDidChangeActiveTextEditor: on('ChangeActiveTextEditor'),
    createOutputChannel: () => channel,
    showInputBox: async (options) => answers.showInputBox?.(options),
    withProgress: (_, run) => run({ report() {} }, new CancellationTokenSource().token),
    showTextDocument: async () => {},
  };
  for (const name of ['showErrorMessage', 'showWarningMessage', 'showInformationMessage'])
    window[name] = async (text) => void log.push(`${name}: ${text}`);

  const languages = {
    match: (selector, document) => (Array.isArray(selector) ? selector : [selector]).some((filter) => (!filter.language || filter.language === document.languageId) && (!filter.scheme || filter.scheme === document.uri.scheme)) ? 10 : 0,
    createDiagnosticCollection: (name) => {
      const all = new Map();
      collections[name ?? ''] = all;
      return { name, set: (uri, list) => { all.set(uri.toString(), list ?? []); events.Diagnostics?.fire(uri); }, get: (uri) => all.get(uri.toString()), delete: (uri) => all.delete(uri.toString()), has: (uri) => all.has(uri.toString()), clear: () => all.clear(), dispose() {} };
    },
  };
  for (const name of ['CodeActions', 'Hover', 'Completion', 'CompletionItem', 'Definition', 'Reference', 'DocumentSymbol', 'FoldingRange', 'Declaration', 'TypeDefinition', 'Implementation', 'SignatureHelp', 'DocumentHighlight', 'CodeLens', 'DocumentFormattingEdit', 'DocumentRangeFormattingEdit', 'OnTypeFormattingEdit', 'Rename', 'DocumentLink', 'Color', 'SelectionRange', 'CallHierarchy', 'DocumentSemanticTokens', 'LinkedEditingRange', 'TypeHierarchy', 'InlineValues', 'InlayHints', 'WorkspaceSymbol'])
    languages[`register${name}Provider`] = register(name);
  on('Diagnostics');

  const vscode = {
    Position, Range, Diagnostic, CodeAction, CodeActionKind, TextEdit, WorkspaceEdit, TabInputText, CancellationTokenSource, Disposable,
    EventEmitter: Emitter, Uri: URI, version: '1.90.0',
    env: { language: settings.language ?? 'vi', appName: 'test', openExternal() {} },
    DiagnosticSeverity: constants('Error', 'Warning', 'Information', 'Hint'),
    DiagnosticTag: { Unnecessary: 1, Deprecated: 2 },
    CodeActionTriggerKind: { Invoke: 1, Automatic: 2 },
    DiagnosticRelatedInformation: class { constructor(location, message) { Object.assign(this, { location, message }); } },
    Location: class { constructor(uri, range) { Object.assign(this, { uri, range }); } },
    MarkdownString: class { constructor(value = '') { this.value = value; } appendMarkdown(text) { this.value += text; return this; } appendCodeblock(text) { this.value += text; return this; } },
    Hover: class { constructor(contents, range) { Object.assign(this, { contents, range }); } },
    CancellationError: class extends Error {},
    commands: {
      registerCommand: (name, run) => (commands.set(name, run), { dispose: () => commands.delete(name) }),
      executeCommand: async (name, ...args) => (commands.has(name) ? commands.get(name)(...args) : void log.push(`${name} ${args.join(' ')}`)),
    },
    workspace, window, languages,

    // For tests.
    events, providers, collections, log,
    open(file, languageId, text) {
      const document = new Document(URI.file(file), languageId, text);
      workspace.textDocuments.push(document);
      const tab = { input: new TabInputText(document.uri) };
      window.tabGroups.all[0].tabs.push(tab);
      window.activeTextEditor = { document };
      events.ChangeActiveTextEditor.fire(window.activeTextEditor);
      events.OpenTextDocument.fire(document);
      events.ChangeTabs.fire({ opened: [tab], closed: [], changed: [] });
      return document;
    },
    change(document, edits) {
      const changes = edits.map((edit) => ({ range: edit.range, rangeOffset: document.offsetAt(edit.range.start), rangeLength: document.offsetAt(edit.range.end) - document.offsetAt(edit.range.start), text: edit.newText }))
        .sort((a, b) => b.rangeOffset - a.rangeOffset);
      for (const change of changes)
        document.text = document.text.slice(0, change.rangeOffset) + change.text + document.text.slice(change.rangeOffset + change.rangeLength);
      ++document.version;
      if (changes.length) events.ChangeTextDocument.fire({ document, contentChanges: changes, reason: undefined });
    },
    diagnosticsOf: (uri) => Object.values(collections).flatMap((all) => all.get(uri.toString()) ?? []),
  };
  return open(vscode);
};
