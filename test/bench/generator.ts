/** The process that makes the load, apart from the servers and from whoever compares them. */
import { load, type Work } from './load.ts';

interface Order {
  readonly work: Work;
  readonly connections: number;
  readonly seconds: number;
}

process.on('message', ({ work, connections, seconds }: Order) => {
  load(work, connections, seconds).then(
    (measured) => process.send?.(measured),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => process.exit());
