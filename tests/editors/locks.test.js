// Lock files of npm say which versions are installed, not from where: the registry is the machine's own business.
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');

const root = path.resolve(__dirname, '../..');

test('lock files name no host', () => {
  const locks = execFileSync('git', ['-C', root, 'ls-files', '*package-lock.json'], { encoding: 'utf8' }).trim().split('\n');
  assert(locks.length > 0);
  for (const lock of locks) {
    const { packages } = JSON.parse(fs.readFileSync(path.join(root, lock), 'utf8'));
    for (const [name, entry] of Object.entries(packages)) {
      assert.strictEqual(entry.resolved, undefined, `${lock}: ${name}`);
      if (name) assert(entry.integrity, `${lock}: ${name} has no integrity`);
    }
  }
});
