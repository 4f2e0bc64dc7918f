/** What may stand behind `kanon outcomes WHAT`. */
import type { Call } from '../../client/wire.ts';
import type { AccountOptions } from '../service/sign-in.ts';
import type { ConfirmOptions } from './confirm.ts';

type Asked = Call<'get', '/v1/regions/{region}/outcomes/{period}'>;
export type OutcomesQuery = NonNullable<Asked['query']>;

export interface OutcomesOptions extends AccountOptions, ConfirmOptions {
  readonly county?: string;
  readonly region?: string;
  readonly period?: string;
  readonly purpose?: Asked['header']['kanon-purpose'];
  readonly level?: NonNullable<OutcomesQuery['level']>;
  readonly by?: NonNullable<OutcomesQuery['by']>;
  readonly version?: string;
  readonly dryRun?: true;
  readonly ifMatch?: string;
  readonly receipt?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly csvDe?: true;
}
