/** Inviting: one person by a form, or many by a pasted list; all is checked first, and the codes leave as letters alone. */
import { useState } from 'preact/hooks';
import { KanonProblem } from '../../client/failures.ts';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { language, wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { saveBytes } from '../parts/save-file.ts';
import de from '../words/de/accounts.ts';
import en from '../words/en/accounts.ts';
import { listOfOne, withRole } from './list.ts';

type Finding = Schemas['FindingBody'];

/** Faults that are shown at once; whoever mends them sees the next ones. */
const SHOWN = 50;

interface InviteProps {
  readonly onInvited: () => void;
  /** Lists alone, whose lines name the role: as the administration invites. */
  readonly isListOnly?: boolean;
}

export function Invite({ onInvited, isListOnly = false }: InviteProps) {
  const words = wordsOf({ de, en });
  const [one, setOne] = useState({ name: '', office: '', schools: '' });
  const [pasted, setPasted] = useState('');
  const [isList, setList] = useState(isListOnly);
  /** The list that was checked, and how many accounts it would make. */
  const [checked, setChecked] = useState<{ readonly list: string; readonly rows: number }>();
  const [faults, setFaults] = useState<readonly Finding[]>([]);
  const [told, setTold] = useState<Told>();
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const list = isListOnly ? pasted : isList ? withRole(pasted) : listOfOne(one);

  const change = (act: () => void): void => {
    act();
    setChecked(undefined);
    setFaults([]);
    setSaid('');
  };
  const run = (what: () => Promise<void>): void => {
    if (isBusy) return;
    setBusy(true);
    setTold(undefined);
    setFaults([]);
    what()
      .catch((error: unknown) => {
        if (error instanceof KanonProblem && error.findings.length > 0) setFaults(error.findings);
        else setTold(toldOf(error));
      })
      .finally(() => setBusy(false));
  };
  const check = (): void =>
    run(async () => {
      const { body } = await api.post('/v1/accounts/invitations', {
        query: { dryRun: 'true' },
        body: { list },
      });
      setChecked({ list, rows: body.rows });
    });
  const invite = (): void =>
    run(async () => {
      const { body } = await api.file('/v1/accounts/invitations', {
        query: { letters: 'true' },
        body: { list },
      });
      saveBytes(words.file, body, 'application/pdf');
      setSaid(words.invited(checked?.rows ?? 0));
      setChecked(undefined);
      setPasted('');
      setOne({ name: '', office: '', schools: '' });
      onInvited();
    });
  const field = (name: keyof typeof one, help: string) => (
    <Field
      id={`invite-${name}`}
      label={words.fields[name]}
      help={help}
      value={one[name]}
      onInput={(value) => change(() => setOne({ ...one, [name]: value }))}
    />
  );
  return (
    <section class="card pad stack" aria-labelledby="invite">
      <h2 id="invite">{isListOnly ? words.inviteMany : words.invite}</h2>
      <p>{words.inviteWhat}</p>
      {!isListOnly && (
        <fieldset class="filter">
          <legend>{words.how}</legend>
          {[false, true].map((many) => (
            <label key={String(many)}>
              <input
                type="radio"
                name="how"
                checked={isList === many}
                onChange={() => change(() => setList(many))}
              />
              {many ? words.many : words.single}
            </label>
          ))}
        </fieldset>
      )}
      {isList ? (
        <div class="field">
          <label for="invite-list">{words.list}</label>
          <p class="hint" id="invite-list-help">
            {isListOnly ? words.listHelpAll : words.listHelp}
          </p>
          <textarea
            id="invite-list"
            rows={8}
            value={pasted}
            spellcheck={false}
            aria-describedby="invite-list-help"
            onInput={(event) => {
              const { value } = event.currentTarget;
              change(() => setPasted(value));
            }}
          />
        </div>
      ) : (
        <div class="three">
          {field('name', words.nameHelp)}
          {field('office', words.officeHelp)}
          {field('schools', words.schoolsHelp)}
        </div>
      )}
      {faults.length > 0 && <Faults faults={faults} isList={isList} />}
      {told && <Notice kind="danger" title={told.title} urgent />}
      <p role="status">{said !== '' ? said : checked && words.checked(checked.rows)}</p>
      <p class="buttons">
        {checked ? (
          <Button busy={isBusy} onClick={invite}>
            {words.inviteNow}
          </Button>
        ) : (
          <Button kind="secondary" busy={isBusy} onClick={check}>
            {words.check}
          </Button>
        )}
      </p>
    </section>
  );
}

/** What is wrong, line by line; nothing is stored as long as anything is. */
function Faults({ faults, isList }: { readonly faults: readonly Finding[]; readonly isList: boolean }) {
  const words = wordsOf({ de, en });
  // In the words of this page: the service names line and column, and of a single person the line says nothing.
  const placed = ({ pointer, reason }: Finding): string => {
    const [, line = '', column = ''] = pointer?.split('/') ?? [];
    const label = words.columns[column] ?? column;
    const place = [isList && line !== '' ? words.line(line) : '', label]
      .filter((part) => part !== '')
      .join(', ');
    const said = reason[language.value].replace(/^(Zeile|Line) [^:]*: /, '');
    return place === '' ? said : `${place}: ${said}`;
  };
  return (
    <Notice kind="danger" title={words.faults(faults.length)} urgent>
      <ul>
        {faults.slice(0, SHOWN).map((fault) => (
          <li key={`${fault.pointer} ${fault.rule}`}>{placed(fault)}</li>
        ))}
      </ul>
    </Notice>
  );
}
