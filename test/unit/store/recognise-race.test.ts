import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { APPLICATION_ID } from '../../../src/store/migrate.ts';
import { versionOf } from '../../../src/store/recognise.ts';
import { temporaryFolder } from '../../helpers/folder.ts';

// makes the store and unmakes it, each in one transaction, until it is told to stop
const MAKER = `
  const { workerData, parentPort } = require('node:worker_threads');
  const db = new (require('better-sqlite3'))(workerData.path);
  let running = true;
  parentPort.on('message', () => { running = false; });
  const turn = db.transaction((id) => {
    db.exec(id === 0 ? 'DROP TABLE entry' : 'CREATE TABLE entry (a)');
    db.pragma('application_id = ' + id);
    db.pragma('user_version = ' + (id === 0 ? 0 : 1));
  });
  const round = () => {
    if (!running) return db.close(), parentPort.close();
    turn(workerData.id);
    turn(0);
    setImmediate(round);
  };
  round();
`;

test('a store that another process makes at this moment is never taken for a foreign one', async () => {
  const path = join(temporaryFolder(), 'desk.db');
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  const maker = new Worker(MAKER, { eval: true, workerData: { path, id: APPLICATION_ID } });
  const ended = new Promise((resolve) => maker.on('exit', resolve));

  const seen = new Set<number>();
  const until = performance.now() + 10_000;
  while (performance.now() < until && seen.size < 2) seen.add(versionOf(db, path, { id: APPLICATION_ID, version: 1 }));
  for (let look = 0; look < 5_000; look += 1) versionOf(db, path, { id: APPLICATION_ID, version: 1 });
  maker.postMessage('stop');
  await ended;

  expect([...seen].sort()).toEqual([0, 1]);
  db.close();
});
