/** A one-time code: shown here, once, and nowhere else. */
import { wordsOf } from '../frame/language.ts';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/administration.ts';
import en from '../words/en/administration.ts';

export interface OneTimeCode {
  readonly account: string;
  readonly code: string;
  readonly endsAt: string;
}

export function Code({ code: { account, code, endsAt } }: { readonly code: OneTimeCode }) {
  const words = wordsOf({ de, en });
  return (
    <Notice kind="info" title={words.codeOf(account)} urgent>
      <p>
        <code class="code">{code}</code>
      </p>
      <p>{words.codeHint(words.moment(endsAt))}</p>
    </Notice>
  );
}
