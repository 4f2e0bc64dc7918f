/** Periods: opening one, its days, a later last day, and taking back what was opened by mistake. */
import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import { type Acting, Deed, Outcome, useActing } from '../parts/acting.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { TableCard } from '../parts/table.tsx';
import de from '../words/de/administration.ts';
import en from '../words/en/administration.ts';
import { DayField } from './DayField.tsx';
import { useFetched } from './fetched.ts';

type Period = Schemas['PeriodBody'];

export function Periods() {
  const words = wordsOf({ de, en });
  const { found, failed, look } = useFetched(async () => {
    const [periods, schemes] = await Promise.all([api.get('/v1/periods'), api.get('/v1/schemes')]);
    return { ...periods.body, ...schemes.body };
  });
  const acting = useActing(look);
  return (
    <>
      {failed && <Notice kind="danger" title={failed.title} urgent />}
      {!found && !failed && <p class="waiting">{words.waiting}</p>}
      <Outcome acting={acting} />
      {found && (
        <>
          <TableCard
            title={words.periods}
            hint={words.policyHint}
            heads={[words.period, words.days, words.state, words.policy, words.whatNow]}
          >
            {found.periods.map((period) => (
              <tr key={period.key}>
                <th scope="row">
                  {words.periodName(period.key)}
                  <small>{period.scheme}</small>
                </th>
                <td>{words.fromTo(period.opensOn, period.closesOn)}</td>
                <td>{words.standings[period.state] ?? period.state}</td>
                <td>{words.policyOf(period.policy)}</td>
                <td>
                  <Keep key={`${period.opensOn} ${period.closesOn}`} period={period} acting={acting} />
                </td>
              </tr>
            ))}
          </TableCard>
          <Open schemes={found.schemes} acting={acting} />
        </>
      )}
    </>
  );
}

function Keep({ period, acting }: { readonly period: Period; readonly acting: Acting }) {
  const words = wordsOf({ de, en });
  const [opensOn, setOpensOn] = useState(period.opensOn);
  const [closesOn, setClosesOn] = useState(period.closesOn);
  if (period.state === 'frozen' || period.state === 'released') return <>{words.nothingNow}</>;
  const path = { period: period.key };
  const name = words.periodName(period.key);
  const last = (
    <DayField id={`last-${period.key}`} label={words.lastDay} value={closesOn} onInput={setClosesOn} />
  );
  return (
    <>
      <Deed
        label={words.prolong}
        name={`${words.prolong}: ${name}`}
        what={words.prolongWhat}
        now={words.prolongNow}
        acting={acting}
        deed={() =>
          api
            .post('/v1/periods/{period}/prolongation', { path, body: { closesOn } })
            .then(() => words.prolonged(name, closesOn))
        }
      >
        {last}
      </Deed>
      <Deed
        label={words.setDays}
        name={`${words.setDays}: ${name}`}
        what={words.setDaysWhat}
        now={words.setDaysNow}
        acting={acting}
        deed={() =>
          api
            .post('/v1/periods/{period}/days', { path, body: { opensOn, closesOn } })
            .then(() => words.prolonged(name, closesOn))
        }
      >
        <DayField id={`first-${period.key}`} label={words.firstDay} value={opensOn} onInput={setOpensOn} />
        <DayField
          id={`days-last-${period.key}`}
          label={words.lastDay}
          value={closesOn}
          onInput={setClosesOn}
        />
      </Deed>
      <Deed
        label={words.takeBack}
        name={`${words.takeBack}: ${name}`}
        what={words.takeBackWhat}
        now={words.takeBackNow(name)}
        acting={acting}
        deed={() => api.post('/v1/periods/{period}/withdrawal', { path }).then(() => words.takenBack(name))}
      />
    </>
  );
}

function Open({
  schemes,
  acting,
}: {
  readonly schemes: readonly Schemas['SchemeBody'][];
  readonly acting: Acting;
}) {
  const words = wordsOf({ de, en });
  const names = schemes.map(({ code, version }) => `${code}/${version}`);
  const [typed, setTyped] = useState({ key: '', scheme: names[0] ?? '', opensOn: '', closesOn: '' });
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part });
  const open = (): Promise<string> => {
    const { key, scheme, opensOn, closesOn } = typed;
    return api
      .put('/v1/periods/{period}', { path: { period: key.trim() }, body: { scheme, opensOn, closesOn } })
      .then(() => words.opened(words.periodName(key.trim())));
  };
  return (
    <section class="card pad" aria-labelledby="open">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          acting.act(open);
        }}
      >
        <h2 id="open">{words.open}</h2>
        <p>{words.openWhat}</p>
        <div class="three">
          <Field
            id="open-key"
            label={words.period}
            help={words.keyHelp}
            value={typed.key}
            onInput={(key) => set({ key })}
          />
          <label class="pick">
            {words.scheme}
            <select value={typed.scheme} onChange={({ currentTarget: { value } }) => set({ scheme: value })}>
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <DayField
            id="open-first"
            label={words.firstDay}
            value={typed.opensOn}
            onInput={(opensOn) => set({ opensOn })}
          />
          <DayField
            id="open-last"
            label={words.lastDay}
            value={typed.closesOn}
            onInput={(closesOn) => set({ closesOn })}
          />
        </div>
        <p>
          <Button type="submit" busy={acting.isBusy}>
            {words.openNow}
          </Button>
        </p>
      </form>
    </section>
  );
}
