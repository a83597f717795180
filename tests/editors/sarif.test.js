// SARIF judged by the schema that Microsoft's @microsoft/jest-sarif ships.
const assert = require('node:assert');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');

const { program } = require('./documents');

const root = path.resolve(__dirname, '../..');

test('SARIF fits the published schema', () => {
  const schema = path.join(path.dirname(require.resolve('@microsoft/jest-sarif/package.json')), 'lib/schemas/sarif-2.1.0-rtm.5.json');
  assert(fs.existsSync(schema));
  const run = spawnSync('python3', [path.join(root, 'tests/cli/reports_test.py'), program, root, 'SarifSchema'],
    { encoding: 'utf8', env: { ...process.env, VANTHU_SARIF_SCHEMA: schema } });
  assert.strictEqual(run.status, 0, run.stderr);
  assert.match(run.stderr, /OK\s*$/);
});
