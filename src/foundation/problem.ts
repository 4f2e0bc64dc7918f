/** Every way in which Kanon says no: RFC 9457 problems with stable names. */
import { problemsOfAccounts } from './problems-of-accounts.ts';
import { problemsOfFactors } from './problems-of-factors.ts';
import { problemsOfRequests } from './problems-of-requests.ts';
import { problemsOfService } from './problems-of-service.ts';
import { problemsOfStates } from './problems-of-states.ts';
import { problemsOfTokens } from './problems-of-tokens.ts';

export const problems = {
  ...problemsOfRequests,
  ...problemsOfAccounts,
  ...problemsOfFactors,
  ...problemsOfTokens,
  ...problemsOfStates,
  ...problemsOfService,
} as const;
