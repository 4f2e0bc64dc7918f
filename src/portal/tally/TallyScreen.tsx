/** The tally of one school and one period: a child, a benefit, a stroke. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { schemeOf } from '../../rules/schemes/registry.ts';
import { language, wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { draftIn, putDraft } from '../report/draft.ts';
import type { Vault } from '../report/vault.ts';
import de from '../words/de/tally.ts';
import en from '../words/en/tally.ts';
import { Carry } from './Carry.tsx';
import { type Place, tallyName } from './place.ts';
import { nameOf, type Sign } from './signs.ts';
import { SignButton } from './SignButton.tsx';
import { SignChoice } from './SignChoice.tsx';
import { Sums } from './Sums.tsx';
import { EMPTY, entryOf, readTally, talksOf, type Tally, withChild, withStroke } from './tally.ts';

/** Steps that can be taken back. */
const STEPS = 200;

interface TallyProps {
  readonly vault: Vault;
  readonly place: Place;
  /** Its numbers are in the report. */
  readonly onMoved: () => void;
}

export function TallyScreen({ vault, place: { school, period }, onMoved }: TallyProps) {
  const words = wordsOf({ de, en });
  const [past, setPast] = useState<readonly Tally[]>();
  const [child, setChild] = useState<Sign>();
  const [said, setSaid] = useState('');
  const [asks, setAsks] = useState<'move' | 'wipe'>();
  const [isKept, setKept] = useState(true);
  const ground = useRef<HTMLDivElement>(null);
  const scheme = schemeOf(period.scheme);
  const name = tallyName(school, period.key);
  useEffect(() => {
    vault.find<unknown>(name).then(
      (found) => setPast([(scheme && readTally(found, scheme)) ?? EMPTY]),
      () => {
        setPast([EMPTY]);
        setKept(false);
      },
    );
  }, [name]);
  const tally = past?.at(-1);
  if (!tally || !scheme) return <p class="waiting" aria-busy="true" />;
  const keep = (steps: readonly Tally[]): void => {
    setPast(steps.slice(-STEPS));
    vault.keep(name, steps.at(-1)).then(
      () => setKept(true),
      () => setKept(false),
    );
  };
  const change = (next: Tally): void => {
    if (next !== tally) keep([...(past ?? []), next]);
    setAsks(undefined);
  };
  const undo = (): void => {
    const before = past?.slice(0, -1) ?? [];
    keep(before);
    setSaid('');
    if (child !== undefined && !before.at(-1)?.children.includes(child)) setChild(undefined);
  };
  const labelOf = (code: string): string =>
    scheme.benefits.find((one) => one.code === code)?.label[language.value] ?? code;
  const stroke = (benefit: string): void => {
    if (child === undefined) return setSaid(words.chooseFirst);
    const next = withStroke(tally, child, benefit);
    change(next);
    setSaid(words.said(nameOf(child, language.value), labelOf(benefit), talksOf(next, child, benefit)));
  };
  const move = async (isSure: boolean): Promise<void> => {
    const at = { school, period: period.key };
    const { found } = await draftIn(vault, at);
    const isTyped = Object.values(found?.entry.rows ?? {}).some(
      (row) => row.pupils + row.consultations !== '',
    );
    if (isTyped && !isSure) return setAsks('move');
    await putDraft(vault, at, {
      entry: entryOf(tally, scheme, period.policy),
      ...(found?.base !== undefined && { base: found.base }),
      isWaiting: false,
    });
    onMoved();
  };
  return (
    <div class="strokes" ref={ground}>
      {!isKept && (
        <Notice kind="warning" title={words.notKept} urgent>
          <p>{words.notKeptText}</p>
        </Notice>
      )}
      <section class="card pad" aria-labelledby="children">
        <h2 id="children">{words.children}</h2>
        <p class="hint">{tally.children.length === 0 ? words.noChild : words.childrenHelp}</p>
        <ul class="signs">
          {tally.children.map((sign) => (
            <li key={sign}>
              <SignButton
                sign={sign}
                isChosen={sign === child}
                talks={words.talks(talksOf(tally, sign))}
                onClick={() => {
                  setChild(sign);
                  setSaid('');
                }}
              />
            </li>
          ))}
        </ul>
        <SignChoice
          tally={tally}
          onChoose={(sign) => {
            change(withChild(tally, sign));
            setChild(sign);
            setSaid('');
          }}
        />
      </section>
      <section class="card pad" aria-labelledby="benefits">
        <h2 id="benefits">
          {child === undefined ? words.benefits : words.benefitsFor(nameOf(child, language.value))}
        </h2>
        <p class="hint">{child === undefined ? words.chooseFirst : words.benefitsHelp}</p>
        <ul class="wishes">
          {scheme.benefits.map(({ code, label }) => (
            <li key={code}>
              <button
                type="button"
                class="wish"
                aria-disabled={child === undefined}
                onClick={() => stroke(code)}
              >
                <span>{label[language.value]}</span>
                <b>{child === undefined ? '' : talksOf(tally, child, code) || ''}</b>
              </button>
            </li>
          ))}
        </ul>
        <p role="status" class="said-last">
          {said}
        </p>
        <p class="buttons">
          <Button id="undo" kind="secondary" busy={(past?.length ?? 0) < 2} onClick={undo}>
            {words.undo}
          </Button>
        </p>
      </section>
      <section class="card pad" aria-labelledby="sums">
        <h2 id="sums">{words.sums}</h2>
        <Sums tally={tally} scheme={scheme} policy={period.policy} />
        <p class="hint">{words.moveHelp}</p>
        <p class="buttons">
          <Button id="move" onClick={() => void move(false)}>
            {words.move}
          </Button>
          <Button kind="tertiary" busy={tally === EMPTY} onClick={() => setAsks('wipe')}>
            {words.wipe}
          </Button>
        </p>
        {asks && (
          <Notice kind="warning" title={asks === 'move' ? words.moveOver : words.wipeSure} urgent>
            <p class="buttons">
              <Button
                id="sure"
                kind="secondary"
                onClick={() => {
                  if (asks === 'move') return void move(true);
                  setAsks(undefined);
                  setChild(undefined);
                  setSaid(words.wiped);
                  setPast([EMPTY]);
                  void vault.drop(name).catch(() => setKept(false));
                }}
              >
                {asks === 'move' ? words.moveYes : words.wipeYes}
              </Button>
              <Button kind="tertiary" onClick={() => setAsks(undefined)}>
                {words.moveNo}
              </Button>
            </p>
          </Notice>
        )}
      </section>
      <Carry tally={tally} scheme={scheme} school={school} period={period.key} onOpen={change} />
    </div>
  );
}
