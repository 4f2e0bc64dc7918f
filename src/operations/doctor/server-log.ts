/** Checks of what the database server writes down: a server log is a publication too, and who reads it nobody records. */
import type { ServerSetting } from '../../foundation/database/server.ts';
import { type DoctorCheck, type DoctorFinding, refuses, warns } from './check.ts';
import type { Surroundings } from './facts.ts';

/** Judges the settings of a server; a server that was not asked has none. */
const ofSettings =
  (judge: (value: (name: ServerSetting) => string | undefined) => readonly DoctorFinding[]) =>
  ({ server }: Surroundings): readonly DoctorFinding[] =>
    server ? judge((name) => server.settings[name]) : [];

/** Whether a number setting is there and not below 0, which stands for "never". */
const isOn = (value: string | undefined): boolean => value !== undefined && Number(value) >= 0;

export const SERVER_LOG: readonly DoctorCheck[] = [
  {
    name: 'statements',
    judge: ofSettings((value) => {
      const every = ['all', 'mod'].includes(value('log_statement') ?? 'none');
      const slow = isOn(value('log_min_duration_statement')) || isOn(value('log_min_duration_sample'));
      const some = Number(value('log_transaction_sample_rate') ?? 0) > 0;
      if (!every && !slow && !some) return [];
      if (value('log_parameter_max_length') !== '0')
        return [
          refuses(
            'Der Datenbankserver schreibt Anweisungen mit ihren Werten in sein Protokoll: Zahlen von Meldungen und Hashes von Passwörtern. Setzen Sie dort log_statement = none, log_min_duration_statement = -1 und log_parameter_max_length = 0 (ALTER ROLE … SET genügt für das Konto des Dienstes).',
            'The database server writes statements with their values into its log: numbers of reports and hashes of passwords. Set log_statement = none, log_min_duration_statement = -1 and log_parameter_max_length = 0 there (ALTER ROLE … SET for the login of the service is enough).',
          ),
        ];
      return [
        warns(
          'Der Datenbankserver schreibt Anweisungen in sein Protokoll; ohne Werte, aber wer wann für welche Schule oder Region fragt, steht darin. Setzen Sie dort log_statement = none und log_min_duration_statement = -1.',
          'The database server writes statements into its log; without values, but who asks when for which school or region can be read there. Set log_statement = none and log_min_duration_statement = -1.',
        ),
      ];
    }),
  },
  {
    name: 'values-of-errors',
    judge: ofSettings((value) => {
      if ((value('log_parameter_max_length_on_error') ?? '0') !== '0')
        return [
          refuses(
            'Der Datenbankserver schreibt bei jedem Fehler die Werte der Anweisung in sein Protokoll. Setzen Sie dort log_parameter_max_length_on_error = 0.',
            'The database server writes the values of a statement into its log at each error. Set log_parameter_max_length_on_error = 0 there.',
          ),
        ];
      const isSilent = ['log', 'fatal', 'panic'].includes(value('log_min_messages') ?? '');
      if (isSilent || value('log_error_verbosity') === 'terse') return [];
      return [
        warns(
          'Fehlermeldungen der Datenbank zitieren abgewiesene Zeilen, und der Server schreibt sie in sein Protokoll. Setzen Sie dort log_error_verbosity = terse oder log_min_messages = log.',
          'Errors of the database quote refused rows, and the server writes them into its log. Set log_error_verbosity = terse or log_min_messages = log there.',
        ),
      ];
    }),
  },
  {
    name: 'durations',
    judge: ofSettings((value) =>
      value('log_duration') === 'on'
        ? [
            warns(
              'Der Datenbankserver schreibt die Dauer jeder Anweisung auf; daraus liest man, wann gearbeitet wird. Setzen Sie dort log_duration = off.',
              'The database server notes how long each statement took; when people work can be read from it. Set log_duration = off there.',
            ),
          ]
        : [],
    ),
  },
  {
    name: 'plans',
    judge: ofSettings((value) =>
      isOn(value('auto_explain.log_min_duration'))
        ? [
            refuses(
              'auto_explain schreibt Pläne mit ihren Werten in das Protokoll des Datenbankservers. Setzen Sie dort auto_explain.log_min_duration = -1, oder laden Sie auto_explain nicht.',
              'auto_explain writes plans with their values into the log of the database server. Set auto_explain.log_min_duration = -1 there, or do not load auto_explain.',
            ),
          ]
        : [],
    ),
  },
  {
    name: 'kept-statements',
    judge: ofSettings((value) =>
      value('pg_stat_statements.track_utility') === 'on'
        ? [
            warns(
              'pg_stat_statements behält auch Anweisungen wie ALTER ROLE … PASSWORD im Wortlaut. Setzen Sie dort pg_stat_statements.track_utility = off.',
              'pg_stat_statements keeps statements such as ALTER ROLE … PASSWORD word by word. Set pg_stat_statements.track_utility = off there.',
            ),
          ]
        : [],
    ),
  },
];
