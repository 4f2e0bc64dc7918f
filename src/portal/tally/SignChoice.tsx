/** A sign for another child: those that nobody has yet. There is no field to type in. */
import { useState } from 'preact/hooks';
import { language, wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import de from '../words/de/tally.ts';
import en from '../words/en/tally.ts';
import { nameOf, type Sign, SIGNS } from './signs.ts';
import { SignButton } from './SignButton.tsx';
import { nextNumber, type Tally } from './tally.ts';

interface ChoiceProps {
  readonly tally: Tally;
  readonly onChoose: (sign: Sign) => void;
}

export function SignChoice({ tally, onChoose }: ChoiceProps) {
  const words = wordsOf({ de, en });
  const [isOpen, setOpen] = useState(tally.children.length === 0);
  const number = nextNumber(tally);
  const choose = (sign: Sign): void => {
    setOpen(false);
    onChoose(sign);
  };
  return (
    <details class="new-child" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.add}</summary>
      <p class="hint">{words.addHelp}</p>
      {number !== undefined && (
        <p class="buttons">
          <Button kind="secondary" onClick={() => choose(number)}>
            {words.number(nameOf(number, language.value))}
          </Button>
        </p>
      )}
      {(['animal', 'colour'] as const).map((kind) => (
        <div key={kind} role="group" aria-label={words.kinds[kind]}>
          <h3>{words.kinds[kind]}</h3>
          <ul class="signs">
            {SIGNS.filter((sign) => sign.startsWith(kind) && !tally.children.includes(sign)).map((sign) => (
              <li key={sign}>
                <SignButton sign={sign} onClick={() => choose(sign)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
