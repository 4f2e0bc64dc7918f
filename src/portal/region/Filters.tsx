/** What is shown and what for: the choices are links, so that a view can be sent to a colleague; the purpose is said anew. */
import type { RegionWords } from '../words/de/region.ts';
import { SCHEMES } from '../../rules/schemes/registry.ts';
import { REPORTED_TOTAL } from '../../tables/table-columns.ts';
import {
  type Choice,
  type Level,
  type Purpose,
  purposeOfRole,
  PURPOSES,
  seesParts,
  usualLevel,
} from './choice.ts';
import type { RegionScreenProps } from './props.ts';

export function PurposeChoice({
  words,
  role,
  purpose,
  choose,
}: {
  readonly words: RegionWords;
  readonly role: string;
  readonly purpose: Purpose | undefined;
  readonly choose: (purpose: Purpose) => void;
}) {
  const own = purposeOfRole(role);
  if (own !== undefined)
    return (
      <p class="purpose">
        {words.purpose.label}: <strong>{words.purpose.of[own]}</strong>. {words.purpose.byRole}
      </p>
    );
  return (
    <fieldset class={purpose === undefined ? 'purpose asked' : 'purpose'}>
      <legend>{purpose === undefined ? <h1>{words.purpose.ask}</h1> : words.purpose.label}</legend>
      {PURPOSES.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="purpose"
            value={one}
            checked={one === purpose}
            onChange={() => {
              choose(one);
            }}
          />
          {words.purpose.of[one]}
        </label>
      ))}
      <p class="hint">{words.purpose.why}</p>
    </fieldset>
  );
}

/** A choice among some: each is a link, and the one that holds is marked. */
function Links({
  label,
  options,
}: {
  readonly label: string;
  readonly options: readonly { readonly text: string; readonly href: string; readonly isCurrent: boolean }[];
}) {
  return (
    <div class="links" role="group" aria-label={label}>
      <span class="links-label">{label}</span>
      {options.map(({ text, href, isCurrent }) => (
        <a key={text} href={href} {...(isCurrent && { 'aria-current': 'true' as const })}>
          {text}
        </a>
      ))}
    </div>
  );
}

interface FiltersProps extends RegionScreenProps {
  readonly period: string;
  /** The newest version of the period; undefined until it was asked for. */
  readonly newest: number | undefined;
}

export function Filters(props: FiltersProps) {
  const { words, choice, hrefOf, go, lang, periods, places, role, period, newest } = props;
  const versions = Math.max(newest ?? 1, choice.version ?? 1);
  const benefits = SCHEMES[0]?.benefits ?? [];
  const change = (part: Partial<Choice>) => {
    go({ ...choice, ...part });
  };
  const levels = (['district', 'county'] as const).filter((level) => digits(level) > choice.region.length);
  return (
    <div class="filters">
      <Select
        label={words.filter.period}
        value={period}
        options={periods.map((key) => [key, words.period(key)])}
        choose={(value) => {
          change({ period: value, version: undefined });
        }}
      />
      {versions > 1 && (
        <Select
          label={words.filter.version}
          value={String(choice.version ?? '')}
          options={[
            ['', words.filter.newest],
            ...Array.from({ length: versions }, (_, at): [string, string] => [
              String(at + 1),
              words.filter.versionOf(at + 1),
            ]),
          ]}
          choose={(value) => {
            change({ version: value === '' ? undefined : Number(value) });
          }}
        />
      )}
      <Select
        label={words.filter.region}
        value={choice.region}
        options={places.map(({ key, name }) => [key, words.region(key, name)])}
        choose={(region) => {
          change({ region, level: usualLevel(region) });
        }}
      />
      <Select
        label={words.filter.benefit}
        value={choice.column}
        options={[
          [REPORTED_TOTAL, words.allBenefits],
          ...benefits.map(({ code, label }): [string, string] => [code, label[lang]]),
        ]}
        choose={(column) => {
          change({ column });
        }}
      />
      {seesParts(role, choice.region, places[0]?.key) && choice.region.length < 5 && (
        <Links
          label={words.filter.level}
          options={[
            ...levels.map((level) => ({
              text: words.filter.levels[level],
              href: hrefOf({ ...choice, level, by: 'benefit' }),
              isCurrent: choice.by === 'benefit' && choice.level === level,
            })),
            {
              text: words.filter.schoolTypes,
              href: hrefOf({
                ...choice,
                by: 'school-type',
                view: choice.view === 'map' ? 'table' : choice.view,
              }),
              isCurrent: choice.by === 'school-type',
            },
          ]}
        />
      )}
    </div>
  );
}

const digits = (level: Level): number => ({ state: 2, district: 3, county: 5 })[level];

function Select({
  label,
  value,
  options,
  choose,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly choose: (value: string) => void;
}) {
  return (
    <label class="select">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          choose(event.currentTarget.value);
        }}
      >
        {options.map(([key, text]) => (
          <option key={key} value={key} selected={key === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
