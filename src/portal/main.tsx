/** Where the page begins. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { takeCode } from './frame/handed-code.ts';
import { lock } from './frame/lock.ts';
import { startRouter } from './frame/router.ts';
import { isAway, refresh, session } from './frame/session.ts';
import { Shell } from './frame/shell.tsx';

takeCode();
addEventListener('hashchange', takeCode);
startRouter();
effect(() => {
  if (session.value === 'none') lock();
});
const ground = document.getElementById('portal');
if (ground) render(<Shell />, ground);
// Where the service does not answer, nobody is signed in as far as the page knows; signing in says what is wrong.
refresh().catch(() => {
  isAway.value = true;
  session.value = 'none';
});
