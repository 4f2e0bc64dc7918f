/** Where the page begins. */
import { render } from 'preact';
import { takeCode } from './frame/handed-code.ts';
import { startRouter } from './frame/router.ts';
import { refresh, session } from './frame/session.ts';
import { Shell } from './frame/shell.tsx';

takeCode();
addEventListener('hashchange', takeCode);
startRouter();
const ground = document.getElementById('portal');
if (ground) render(<Shell />, ground);
// Where the service does not answer, nobody is signed in as far as the page knows; signing in says what is wrong.
refresh().catch(() => {
  session.value = 'none';
});
