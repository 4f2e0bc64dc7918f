/** A thread that asks one thing after the other on so many connections, as fast as answers come; counts them by status. */
import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const { port, connections, asks } = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const counts = {};
let isOver = false;
let next = 0;

const one = ({ method, path, headers, body }) =>
  new Promise((resolve) => {
    const asked = request({ port, host: '127.0.0.1', agent, method, path, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
      answer.on('error', () => resolve(0));
    });
    asked.on('error', () => resolve(0));
    asked.end(body);
  });

async function run() {
  while (!isOver) {
    const status = await one(asks[next++ % asks.length]);
    counts[status] = (counts[status] ?? 0) + 1;
  }
}

parentPort.once('message', () => {
  isOver = true;
});
await Promise.all(Array.from({ length: connections }, run));
agent.destroy();
parentPort.postMessage(counts);
