/** A wall keeps the portal from the room that names the roles, so it names them itself; here the two are compared. */
import { ROLES as served } from '../../src/access/actor.ts';
import { ROLES as shown } from '../../src/portal/frame/roles.ts';

test('the portal knows every role of the service, and no other', () => {
  expect([...shown]).toEqual([...served]);
});
