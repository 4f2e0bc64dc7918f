/** Health over HTTP, as a load balancer asks for it. */
import request from 'supertest';
import { startApp, type TestApp } from '../setup/app.ts';

describe('health', () => {
  let kanon: TestApp;
  beforeAll(async () => {
    kanon = await startApp();
  });
  afterAll(() => kanon.close());

  test.each(['/health/live', '/health/ready'])(
    '%s answers without a token, and leaves no entry',
    async (path) => {
      await request(kanon.url).get(path).expect(200, { status: 'ok' }).expect('cache-control', 'no-store');
    },
  );

  test('shows nothing but that', async () => {
    await request(kanon.url)
      .get('/health')
      .expect(404)
      .expect('content-type', /problem\+json/);
  });
});
