/** How each form begins that asks who somebody is: what went wrong, and the name of the account. */
import { wordsOf } from '../frame/language.ts';
import type { Told } from '../parts/failure.ts';
import { Field } from '../parts/field.tsx';
import de from '../words/de/sign-in.ts';
import en from '../words/en/sign-in.ts';
import { ToldNotice } from './told-notice.tsx';

export function FormHead({
  told,
  account,
  onAccount,
  fault,
}: {
  readonly told: Told | undefined;
  readonly account: string;
  readonly onAccount: (name: string) => void;
  readonly fault: string | undefined;
}) {
  return (
    <>
      {told && <ToldNotice told={told} />}
      <Field
        id="account"
        label={wordsOf({ de, en }).account}
        value={account}
        onInput={onAccount}
        autocomplete="username"
        fault={fault}
      />
    </>
  );
}
