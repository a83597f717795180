// The HTML report as headless Chromium shows it: nothing is fetched, nothing is refused, nothing is said on the console; it prints.
const assert = require('node:assert');
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const test = require('node:test');
const { pathToFileURL } = require('node:url');

const { program } = require('./documents');

const root = path.resolve(__dirname, '../..');

// A browser that is spoken to over two pipes, in the DevTools protocol.
class Browser {
  constructor(folder) {
    const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-extensions', '--disable-sync', '--no-first-run'];
    this.process = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', ...quiet, `--user-data-dir=${folder}`, '--remote-debugging-pipe'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.calls = new Map();
    this.events = [];
    this.number = 0;
    let text = '';
    this.process.stdio[4].setEncoding('utf8').on('data', (data) => {
      text += data;
      for (let end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0')) {
        this.take(JSON.parse(text.slice(0, end)));
        text = text.slice(end + 1);
      }
    });
  }

  take(message) {
    if (message.id === undefined) return this.events.push(message);
    const { resolve, reject } = this.calls.get(message.id);
    return message.error ? reject(new Error(message.error.message)) : resolve(message.result);
  }

  call(method, params = {}) {
    const id = ++this.number;
    this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId: this.session }) + '\0');
    return new Promise((resolve, reject) => this.calls.set(id, { resolve, reject }));
  }

  async open(url) {
    const { targetId } = await this.call('Target.createTarget', { url: 'about:blank' });
    this.session = (await this.call('Target.attachToTarget', { targetId, flatten: true })).sessionId;
    for (const domain of ['Page', 'Network', 'Log', 'Runtime']) await this.call(`${domain}.enable`);
    await this.call('Page.navigate', { url });
    while (!this.events.some((event) => event.method === 'Page.loadEventFired')) await new Promise((done) => setTimeout(done, 20));
  }

  async value(expression) {
    const { result, exceptionDetails } = await this.call('Runtime.evaluate', { expression, returnByValue: true });
    assert.strictEqual(exceptionDetails, undefined);
    return result.value;
  }

  close() {
    return new Promise((done) => {
      this.process.on('exit', done);
      this.process.kill();
    });
  }
}

test('the HTML report', { timeout: 120000 }, async (t) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vanthu-html-'));
  const browser = new Browser(path.join(folder, 'profile'));
  t.after(async () => {
    await browser.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const hostile = '<img src=x onerror=alert(1)> "&\'.txt';
  fs.copyFileSync(path.join(root, 'samples/cong-van.md'), path.join(folder, hostile));
  for (const name of ['cong-van.md', 'chi-thi.txt']) fs.copyFileSync(path.join(root, 'samples', name), path.join(folder, name));
  spawnSync(program, ['check', '--output', 'html:report.html', '.'], { cwd: folder });
  await browser.open(pathToFileURL(path.join(folder, 'report.html')).href);

  const seen = (method) => browser.events.filter((event) => event.method === method).map((event) => event.params);
  assert.deepStrictEqual(seen('Network.requestWillBeSent').map((p) => new URL(p.request.url).protocol), ['file:'], 'the page and nothing else');
  assert.deepStrictEqual(seen('Log.entryAdded'), [], 'nothing is refused');
  assert.deepStrictEqual(seen('Runtime.consoleAPICalled'), []);
  assert.strictEqual(await browser.value('document.querySelectorAll("section").length'), 3);
  assert.strictEqual(await browser.value('document.querySelectorAll("script, img, link").length'), 0);
  assert(await browser.value(`[...document.querySelectorAll("h2")].some((h) => h.textContent === ${JSON.stringify(hostile)})`));

  // The policy lets the style of the page in: what it sets is in force, in both schemes.
  const ink = 'getComputedStyle(document.body).color';
  for (const [scheme, color] of [['light', 'rgb(27, 27, 27)'], ['dark', 'rgb(232, 232, 232)']]) {
    await browser.call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    assert.strictEqual(await browser.value(ink), color);
  }
  const beside = '(() => { const row = document.querySelector(".row"); const [a, b] = row.children; return [a.getBoundingClientRect().right, b.getBoundingClientRect().left, row.scrollWidth - row.clientWidth]; })()';
  await browser.call('Emulation.setDeviceMetricsOverride', { width: 1200, height: 900, deviceScaleFactor: 1, mobile: false });
  const [right, left] = await browser.value(beside);
  assert(right <= left, 'findings stand beside the text');
  await browser.call('Emulation.setDeviceMetricsOverride', { width: 360, height: 900, deviceScaleFactor: 1, mobile: true });
  assert.strictEqual(await browser.value('document.documentElement.scrollWidth'), 360, 'nothing sticks out on a telephone');

  const { data: picture } = await browser.call('Page.captureScreenshot', { captureBeyondViewport: true });
  assert(Buffer.from(picture, 'base64').length > 10000);
  const { data: pdf } = await browser.call('Page.printToPDF', { preferCSSPageSize: true, printBackground: true });
  const bytes = Buffer.from(pdf, 'base64');
  assert.strictEqual(bytes.subarray(0, 5).toString(), '%PDF-');
  assert.match(bytes.toString('latin1'), /\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]/, 'A4');
});
