/** The built service without its log entries. Only here: the product has no such switch. */
import { inRepository } from '../setup/children.ts';

const { AccessLog } = (await import(inRepository('dist/src/access/access-log.js'))) as {
  AccessLog: { prototype: { append(): Promise<void> } };
};
AccessLog.prototype.append = () => Promise.resolve();
await import(inRepository('dist/src/main.js'));
